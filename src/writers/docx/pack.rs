//! Parts into the zip container, with nothing in it that differs from run to run.

use super::WriteError;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A part: its name in the package and its content.
pub type Part = (&'static str, String);

/// A package of these parts, in this order.
///
/// # Errors
/// When the container cannot hold them (a part of more than 4 GB).
pub fn pack(parts: &[Part]) -> Result<Vec<u8>, WriteError> {
    append(Vec::new(), parts)
}

/// A package with more parts behind those it has; nothing is compressed twice.
///
/// # Errors
/// When `package` is no package, or the container cannot hold the parts.
pub fn append(package: Vec<u8>, parts: &[Part]) -> Result<Vec<u8>, WriteError> {
    let fresh = package.is_empty();
    let buffer = Cursor::new(package);
    let mut writer = if fresh {
        ZipWriter::new(buffer)
    } else {
        ZipWriter::new_append(buffer).map_err(container)?
    };
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, content) in parts {
        writer.start_file(*name, options).map_err(container)?;
        writer.write_all(content.as_bytes()).map_err(container)?;
    }
    Ok(writer.finish().map_err(container)?.into_inner())
}

fn container(error: impl ToString) -> WriteError {
    WriteError::Container(error.to_string())
}
