//! Parts into the zip container, with nothing in it that differs from run to run.
//!
//! A package that is not yet closed can be copied and gets more parts: what many documents share is compressed once.

use super::WriteError;
use super::deflate::deflate;

/// Parts up to so many bytes are stored: compressing them takes longer than writing them.
const SMALL: usize = 1024;
/// What a body mostly takes when it is compressed, in bytes.
const ROOM: usize = 16 * 1024;
/// The DOS form of 1980-01-01, the first date of the format.
const FIRST_DAY: u16 = 1 << 5 | 1;
/// A regular file that everybody may read and its owner may write, as Unix says it.
const ATTRIBUTES: u32 = 0o100_644 << 16;
/// What both headers of a part say of it, in bytes.
const SHARED: usize = 26;
/// The version of the format that a reader needs: 2.0, for deflated parts.
const VERSION: u16 = 20;
/// Who made it: Unix, version 2.0.
const MADE_BY: u16 = 3 << 8 | VERSION;
/// The names of the parts are UTF-8.
const FLAGS: u16 = 1 << 11;

/// A zip container in the making.
#[derive(Debug, Default)]
pub struct Package {
    /// The parts, each with its header.
    bytes: Vec<u8>,
    /// The list of the parts, which will stand behind them.
    directory: Vec<u8>,
    count: u16,
}

impl Package {
    /// A package of these parts, in this order; each with its name in the package.
    ///
    /// # Errors
    /// As for [`Package::add`].
    pub fn new(parts: &[(&str, impl AsRef<str>)]) -> Result<Self, WriteError> {
        let mut package = Self::default();
        for (name, content) in parts {
            package.add(name, content.as_ref().as_bytes())?;
        }
        Ok(package)
    }

    /// The same package with room for a body.
    pub fn with_room(&self) -> Self {
        let mut bytes = Vec::with_capacity(self.bytes.len() + ROOM);
        bytes.extend_from_slice(&self.bytes);
        Self {
            bytes,
            directory: self.directory.clone(),
            count: self.count,
        }
    }

    /// Adds a part at the end.
    ///
    /// # Errors
    /// When the container cannot hold it: 4 GB in all, 65535 parts.
    pub fn add(&mut self, name: &str, content: &[u8]) -> Result<(), WriteError> {
        self.part(name, content, |out| pack(content, out))
    }

    /// Adds a part that was packed before.
    ///
    /// # Errors
    /// As for [`Package::add`].
    pub fn put(&mut self, name: &str, packed: &Packed<'_>) -> Result<(), WriteError> {
        self.part(name, packed.content, |out| {
            out.extend_from_slice(&packed.bytes);
            packed.method
        })
    }

    /// Adds a part; `pack` appends what stands for its content and says by which method of the format.
    fn part(
        &mut self,
        name: &str,
        content: &[u8],
        pack: impl FnOnce(&mut Vec<u8>) -> u16,
    ) -> Result<(), WriteError> {
        let offset = self.bytes.len();
        self.bytes.extend_from_slice(b"PK\x03\x04");
        self.bytes.extend_from_slice(&[0; SHARED]);
        self.bytes.extend_from_slice(name.as_bytes());
        let start = self.bytes.len();
        let method = pack(&mut self.bytes);
        let packed = self.bytes.len() - start;

        let mut shared = Vec::with_capacity(SHARED);
        for number in [VERSION, FLAGS, method, 0, FIRST_DAY] {
            shared.extend_from_slice(&number.to_le_bytes());
        }
        for number in [
            crc32fast::hash(content),
            small(packed)?,
            small(content.len())?,
        ] {
            shared.extend_from_slice(&number.to_le_bytes());
        }
        shared.extend_from_slice(&short(name.len())?.to_le_bytes());
        shared.extend_from_slice(&[0; 2]);
        if let Some(header) = self.bytes.get_mut(offset + 4..offset + 4 + SHARED) {
            header.copy_from_slice(&shared);
        }

        self.directory.extend_from_slice(b"PK\x01\x02");
        self.directory.extend_from_slice(&MADE_BY.to_le_bytes());
        self.directory.extend_from_slice(&shared);
        self.directory.extend_from_slice(&[0; 6]);
        self.directory.extend_from_slice(&ATTRIBUTES.to_le_bytes());
        self.directory
            .extend_from_slice(&small(offset)?.to_le_bytes());
        self.directory.extend_from_slice(name.as_bytes());
        self.count = self.count.checked_add(1).ok_or_else(too_large)?;
        Ok(())
    }

    /// The whole container.
    ///
    /// # Errors
    /// When it is larger than 4 GB.
    pub fn close(mut self) -> Result<Vec<u8>, WriteError> {
        let (offset, length) = (small(self.bytes.len())?, small(self.directory.len())?);
        self.bytes.append(&mut self.directory);
        self.bytes.extend_from_slice(b"PK\x05\x06\0\0\0\0");
        for count in [self.count; 2] {
            self.bytes.extend_from_slice(&count.to_le_bytes());
        }
        for number in [length, offset] {
            self.bytes.extend_from_slice(&number.to_le_bytes());
        }
        self.bytes.extend_from_slice(&[0; 2]);
        Ok(self.bytes)
    }
}

/// The content of a part, packed while others are.
#[derive(Debug)]
pub struct Packed<'c> {
    content: &'c [u8],
    bytes: Vec<u8>,
    method: u16,
}

impl<'c> Packed<'c> {
    /// Packs the content of a part.
    pub fn new(content: &'c [u8]) -> Self {
        let mut bytes = Vec::new();
        let method = pack(content, &mut bytes);
        Self {
            content,
            bytes,
            method,
        }
    }
}

/// Appends the content, compressed if that makes it smaller, and says by which method of the format.
fn pack(content: &[u8], out: &mut Vec<u8>) -> u16 {
    let start = out.len();
    if content.len() > SMALL {
        deflate(content, out);
        if out.len() - start < content.len() {
            return 8;
        }
        out.truncate(start);
    }
    out.extend_from_slice(content);
    0
}

fn small(length: usize) -> Result<u32, WriteError> {
    u32::try_from(length).map_err(|_| too_large())
}

fn short(length: usize) -> Result<u16, WriteError> {
    u16::try_from(length).map_err(|_| too_large())
}

fn too_large() -> WriteError {
    WriteError::Container("4 GB".to_owned())
}
