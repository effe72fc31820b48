//! A small XML tree for the parts that docx-rs writes, so that their faults can be put right.

use super::xml::escape_into;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// What an element holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// A child element.
    Element(Element),
    /// Characters.
    Text(String),
}

/// An element with its attributes in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// The qualified name: `w:pPr`.
    pub name: String,
    /// Names and values, unescaped.
    pub attributes: Vec<(String, String)>,
    /// What it holds, in order.
    pub nodes: Vec<Node>,
}

impl Element {
    /// An empty element.
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            attributes: Vec::new(),
            nodes: Vec::new(),
        }
    }

    /// An element with `w:val`, as most of WordprocessingML is.
    pub fn val(name: &str, value: impl ToString) -> Self {
        Self::new(name).with("w:val", value)
    }

    /// The same element with one more attribute.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.attributes.push((name.to_owned(), value.to_string()));
        self
    }

    /// Adds a child at the end.
    pub fn push(&mut self, child: Self) {
        self.nodes.push(Node::Element(child));
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// Sets an attribute, over an old value if there is one.
    pub fn set(&mut self, name: &str, value: &str) {
        self.attributes.retain(|(known, _)| known != name);
        self.attributes.push((name.to_owned(), value.to_owned()));
    }

    /// The child elements in order.
    pub fn elements_mut(&mut self) -> impl Iterator<Item = &mut Self> {
        self.nodes.iter_mut().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// Adds children to the first child of a name; it is made when there is none. It then stands last.
    pub fn extend_child(&mut self, name: &str, additions: Vec<Self>) {
        let found = self
            .nodes
            .iter()
            .position(|node| matches!(node, Node::Element(e) if e.name == name));
        let mut child = match found.map(|index| self.nodes.remove(index)) {
            Some(Node::Element(element)) => element,
            _ => Self::new(name),
        };
        child.nodes.extend(additions.into_iter().map(Node::Element));
        self.push(child);
    }

    /// Drops the child elements for which `condemned` holds.
    pub fn drop_elements(&mut self, condemned: impl Fn(&Self) -> bool) {
        self.nodes
            .retain(|node| !matches!(node, Node::Element(element) if condemned(element)));
    }

    /// Drops the first child element for which `condemned` holds.
    pub fn drop_first(&mut self, condemned: impl Fn(&Self) -> bool) {
        let found = self
            .nodes
            .iter()
            .position(|node| matches!(node, Node::Element(element) if condemned(element)));
        if let Some(index) = found {
            self.nodes.remove(index);
        }
    }

    /// The element as a whole XML part.
    pub fn to_part(&self) -> String {
        let mut out = String::from(super::package::DECLARATION);
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(&self.name);
        for (name, value) in &self.attributes {
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            escape_into(out, value);
            out.push('"');
        }
        if self.nodes.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        for node in &self.nodes {
            match node {
                Node::Element(element) => element.write(out),
                Node::Text(text) => escape_into(out, text),
            }
        }
        out.push_str("</");
        out.push_str(&self.name);
        out.push('>');
    }

    /// Reads a part.
    ///
    /// # Errors
    /// What is wrong with the XML.
    pub fn parse(part: &[u8]) -> Result<Self, String> {
        let mut reader = Reader::from_reader(part);
        // The elements that are open, outermost first; the one at the bottom holds the root.
        let mut open = vec![Self::new("")];
        loop {
            match reader.read_event().map_err(|e| e.to_string())? {
                Event::Start(start) => open.push(opened(&start)?),
                Event::Empty(start) => attach(&mut open, Node::Element(opened(&start)?)),
                Event::End(_) => {
                    if let Some(closed) = open.pop() {
                        attach(&mut open, Node::Element(closed));
                    }
                }
                Event::Text(text) => {
                    let text = text.decode().map_err(|e| e.to_string())?;
                    attach(&mut open, Node::Text(text.into_owned()));
                }
                Event::GeneralRef(reference) => {
                    let name = reference.decode().map_err(|e| e.to_string())?;
                    let text = quick_xml::escape::unescape(&format!("&{name};"))
                        .map_err(|e| e.to_string())?
                        .into_owned();
                    attach(&mut open, Node::Text(text));
                }
                Event::Eof => break,
                Event::CData(_)
                | Event::Comment(_)
                | Event::Decl(_)
                | Event::PI(_)
                | Event::DocType(_) => {}
            }
        }
        open.into_iter()
            .flat_map(|root| root.nodes)
            .find_map(|node| match node {
                Node::Element(element) => Some(element),
                Node::Text(_) => None,
            })
            .ok_or_else(|| "no element".to_owned())
    }
}

fn attach(open: &mut [Element], node: Node) {
    if let Some(parent) = open.last_mut() {
        parent.nodes.push(node);
    }
}

fn opened(start: &BytesStart<'_>) -> Result<Element, String> {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let mut element = Element::new(&text(start.name().as_ref()));
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|e| e.to_string())?;
        let raw = text(&attribute.value);
        let value = quick_xml::escape::unescape(&raw).map_err(|e| e.to_string())?;
        element
            .attributes
            .push((text(attribute.key.as_ref()), value.into_owned()));
    }
    Ok(element)
}
