//! The page number of a turned page: it stands where upright pages have it, at the edge that is then the left one, and
//! reads from above. That is a box of text, turned, in the footer.

use crate::layout::Page;

/// English Metric Units in a twip.
const EMU: i32 = 635;
/// How wide the box is: one line of the number.
const WIDTH: i32 = 420;

/// A footer whose paragraph stands in a turned box; `page` is the upright page. The id tells it from other drawings.
pub fn turned(footer: &str, page: &Page, id: u32) -> String {
    let (Some(start), Some(end)) = (footer.find("<w:p>"), footer.rfind("</w:p>")) else {
        return footer.to_owned();
    };
    let (head, paragraph, tail) = (
        &footer[..start],
        &footer[start..end + "</w:p>".len()],
        &footer[end + "</w:p>".len()..],
    );
    let open = "<w:p>".len();
    let properties = paragraph
        .find("</w:pPr>")
        .map_or("", |at| &paragraph[open..at + "</w:pPr>".len()]);
    // The number stands as far below the upright text block as the footer says: left of the turned one.
    let left = (page.footer.0 - WIDTH / 2) * EMU;
    let (top, height) = (page.left.0 * EMU, page.text_width().0 * EMU);
    let width = WIDTH * EMU;
    let main = "http://schemas.openxmlformats.org/drawingml/2006/main";
    let shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
    format!(
        "{head}<w:p>{properties}<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>\
         <wp:anchor distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" simplePos=\"0\" relativeHeight=\"2\" \
         behindDoc=\"0\" locked=\"0\" layoutInCell=\"1\" allowOverlap=\"1\"><wp:simplePos x=\"0\" y=\"0\"/>\
         <wp:positionH relativeFrom=\"page\"><wp:posOffset>{left}</wp:posOffset></wp:positionH>\
         <wp:positionV relativeFrom=\"page\"><wp:posOffset>{top}</wp:posOffset></wp:positionV>\
         <wp:extent cx=\"{width}\" cy=\"{height}\"/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/><wp:wrapNone/>\
         <wp:docPr id=\"{id}\" name=\"页码\" descr=\"页码\"/><wp:cNvGraphicFramePr/>\
         <a:graphic xmlns:a=\"{main}\"><a:graphicData uri=\"{shape}\"><wps:wsp><wps:cNvSpPr txBox=\"1\"/>\
         <wps:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>\
         <wps:txbx><w:txbxContent>{paragraph}</w:txbxContent></wps:txbx>\
         <wps:bodyPr vert=\"vert\" wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"t\"/>\
         </wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>{tail}"
    )
}
