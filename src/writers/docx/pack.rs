//! Parts into the zip container, with nothing in it that differs from run to run.

use super::WriteError;
use std::borrow::Cow;
use std::io::{Cursor, Seek, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// A part: its name in the package and its content.
pub type Part = (Cow<'static, str>, Vec<u8>);

/// The part that says what all others are; it comes first.
pub const CONTENT_TYPES: &str = "[Content_Types].xml";

/// A package of these parts, in this order.
///
/// # Errors
/// When the container cannot hold them (a part of more than 4 GB).
pub fn pack(parts: &[Part]) -> Result<Vec<u8>, WriteError> {
    finish(ZipWriter::new(Cursor::new(Vec::new())), parts)
}

/// A package with more parts behind those it has; nothing is compressed twice.
///
/// # Errors
/// When `package` is no package, or the container cannot hold the parts.
pub fn append(package: Vec<u8>, parts: &[Part]) -> Result<Vec<u8>, WriteError> {
    let writer = ZipWriter::new_append(Cursor::new(package)).map_err(container)?;
    finish(writer, parts)
}

/// The same with other content types, for parts of kinds that the package does not know.
///
/// # Errors
/// When `package` is no package, or the container cannot hold the parts.
pub fn append_kinds(
    package: &[u8],
    content_types: String,
    parts: &[Part],
) -> Result<Vec<u8>, WriteError> {
    let mut old = ZipArchive::new(Cursor::new(package)).map_err(container)?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    add(
        &mut writer,
        &[(CONTENT_TYPES.into(), content_types.into_bytes())],
    )?;
    for index in 0..old.len() {
        let entry = old.by_index_raw(index).map_err(container)?;
        if entry.name() != CONTENT_TYPES {
            writer.raw_copy_file(entry).map_err(container)?;
        }
    }
    finish(writer, parts)
}

fn finish(mut writer: ZipWriter<Cursor<Vec<u8>>>, parts: &[Part]) -> Result<Vec<u8>, WriteError> {
    add(&mut writer, parts)?;
    Ok(writer.finish().map_err(container)?.into_inner())
}

fn add(writer: &mut ZipWriter<impl Write + Seek>, parts: &[Part]) -> Result<(), WriteError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, content) in parts {
        writer
            .start_file(name.as_ref(), options)
            .map_err(container)?;
        writer.write_all(content).map_err(container)?;
    }
    Ok(())
}

fn container(error: impl ToString) -> WriteError {
    WriteError::Container(error.to_string())
}
