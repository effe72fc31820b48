//! The page number of a turned page: it stands where upright pages have it, at the edge that is then the left one, and
//! reads from above. That is a box of turned text in the footer.

use crate::layout::{Profile, Twips};

/// A footer whose paragraph stands in a turned box; the id tells the box from others.
///
/// The box is written in VML, which Word has read for as long as there has been DOCX; LibreOffice moves boxes of the newer
/// kind to the corner of the sheet when they stand in a footer.
pub fn turned(footer: &str, profile: &Profile, id: &str) -> String {
    let (Some(start), Some(end)) = (footer.find("<w:p>"), footer.rfind("</w:p>")) else {
        return footer.to_owned();
    };
    let end = end + "</w:p>".len();
    let (head, paragraph, tail) = (&footer[..start], &footer[start..end], &footer[end..]);
    let properties = paragraph
        .find("</w:pPr>")
        .map_or("", |at| &paragraph["<w:p>".len()..at + "</w:pPr>".len()]);
    let page = &profile.page;
    // The line of an upright number begins a little above its letters; here that is to their right.
    let size = profile.page_number.size.twips();
    let (left, width) = (
        page.footer - Twips(size.0 / 5),
        Twips(size.0.saturating_mul(13) / 10),
    );
    let [left, width] = [left, width].map(points);
    let [top, height] = [page.left, page.text_width()].map(points);
    format!(
        "{head}<w:p>{properties}<w:r><w:pict><v:rect id=\"{id}\" style=\"position:absolute;\
         margin-left:{left};margin-top:{top};width:{width};height:{height};z-index:2;\
         mso-position-horizontal-relative:page;mso-position-vertical-relative:page\" \
         filled=\"f\" stroked=\"f\"><v:textbox style=\"layout-flow:vertical\" inset=\"0,0,0,0\">\
         <w:txbxContent>{paragraph}</w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>{tail}"
    )
}

/// A length in points, as VML has them: `60.5pt`.
fn points(length: Twips) -> String {
    let sign = if length.0 < 0 { "-" } else { "" };
    let twips = length.0.unsigned_abs();
    format!("{sign}{}.{:02}pt", twips / 20, twips % 20 * 5)
}
