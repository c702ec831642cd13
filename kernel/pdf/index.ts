import pdfMake from 'pdfmake';
import roboto from 'pdfmake/fonts/Roboto.js';

const FONT_FILES = new Set(Object.values(roboto).flatMap((faces) => Object.values(faces)));
pdfMake.setFonts(roboto);
// Names come from people: nothing in a document may make the server read a file or an address.
pdfMake.setUrlAccessPolicy(() => false);
pdfMake.setLocalAccessPolicy((path) => FONT_FILES.has(path));

/** One A4 document: `content` as pdfmake describes it, the page’s number at its foot. */
export function writePdf(document: {
  readonly title: string;
  readonly isWide?: boolean;
  readonly fontSize: number;
  readonly content: readonly unknown[];
}): Promise<Buffer> {
  return pdfMake
    .createPdf({
      info: { title: document.title },
      pageSize: 'A4',
      pageOrientation: document.isWide ? 'landscape' : 'portrait',
      pageMargins: [36, 40, 36, 44],
      defaultStyle: { font: 'Roboto', fontSize: document.fontSize },
      content: document.content,
      footer: (page: number, pages: number) => ({
        text: `${page} / ${pages}`,
        alignment: 'center',
        fontSize: 8,
        margin: [0, 12],
      }),
    })
    .getBuffer();
}
