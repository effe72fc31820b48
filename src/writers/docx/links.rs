//! The targets of links, as relationships of the body.

/// The targets of a document's links, each once.
#[derive(Debug, Default)]
pub struct Links {
    targets: Vec<String>,
}

impl Links {
    /// The relationship of a target, new or known; `None` for a target that Word would take for damage to the file.
    pub fn add(&mut self, target: &str) -> Option<String> {
        let target = address(target)?;
        let known = self.targets.iter().position(|known| *known == target);
        let index = known.unwrap_or_else(|| {
            self.targets.push(target);
            self.targets.len() - 1
        });
        Some(id(index))
    }

    /// Relationship and target of all links, in the order they were added.
    pub fn iter(&self) -> impl Iterator<Item = (String, &str)> {
        self.targets
            .iter()
            .enumerate()
            .map(|(index, target)| (id(index), target.as_str()))
    }
}

fn id(index: usize) -> String {
    format!("rIdLink{}", index + 1)
}

/// The target with everything percent-encoded that an address cannot hold. `None` when it names no host or mailbox:
/// Word refuses a whole document for one address that it cannot read.
fn address(target: &str) -> Option<String> {
    let (scheme, rest) = target.split_once(':')?;
    let sound = match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => has_host(rest.strip_prefix("//")?),
        "mailto" => rest.contains('@') && !rest.starts_with('@'),
        _ => false,
    };
    if !sound {
        return None;
    }
    let mut out = String::with_capacity(target.len());
    for byte in target.bytes() {
        if byte.is_ascii_graphic() && !b"<>\"{}|\\^`[]".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    Some(out)
}

/// Whether an address without its scheme begins with a name and at most a port. An international name must be given
/// in its ASCII form.
fn has_host(rest: &str) -> bool {
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let authority = &rest[..end];
    let (host, port) = authority.split_once(':').unwrap_or((authority, "80"));
    let host_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    host.starts_with(|c: char| c.is_ascii_alphanumeric())
        && host.ends_with(|c: char| c.is_ascii_alphanumeric())
        && !host.contains("..")
        && host.chars().all(host_letter)
        && port.parse::<u16>().is_ok()
}
