import { writePdf as writeDocument } from '@mosty/kernel/pdf';
import { cellText, type Column, type Table } from './table.ts';

/** The document as a PDF with its facts above the rows. Landscape where the rows are wide. */
export function writePdf(table: Table): Promise<Buffer> {
  const isWide = table.columns.length > 6;
  return writeDocument({
    title: table.title,
    isWide,
    fontSize: isWide ? 8 : 9,
    content: [
      { text: table.title, fontSize: 15, bold: true, margin: [0, 0, 0, 10] },
      {
        layout: 'noBorders',
        table: {
          widths: ['auto', '*'],
          body: table.facts.map(([label, value]) => [{ text: label, color: '#666666' }, value]),
        },
        margin: [0, 0, 0, 14],
      },
      {
        layout: 'lightHorizontalLines',
        table: { headerRows: 1, widths: table.columns.map(widthOf), body: body(table) },
      },
    ],
  });
}

function widthOf({ kind, width }: Column): string {
  return kind === 'text' && width > 20 ? '*' : 'auto';
}

function body(table: Table) {
  const alignment = (column: Column | undefined) => (column?.kind === 'text' ? 'left' : 'right');
  const header = table.columns.map((column) => ({
    text: column.header,
    bold: true,
    alignment: alignment(column),
  }));
  const rows = table.rows.map((row) =>
    row.map((value, index) => {
      const column = table.columns[index];
      return {
        text: grouped(cellText(value, column?.kind ?? 'text', table), column),
        alignment: alignment(column),
      };
    }),
  );
  return [header, ...rows];
}

/** «1 234 567,50»: thousands apart by a no-break space, a true minus. */
function grouped(text: string, column: Column | undefined): string {
  if (column?.kind !== 'money') return text;
  return text.replace(/^-/, '\u2212').replace(/\d(?=(\d{3})+(?!\d))(?<![.,]\d*)/g, '$&\u00a0');
}
