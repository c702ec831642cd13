/** What a drawing owes to the style sheets of the page; in a file of its own it has none of them. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'stroke-opacity',
  'opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'display',
  'visibility',
] as const;
const SCALE = 2;
const PADDING = 24;
const TITLE = 40;

/** Saves a drawing as a PNG twice its size, on the paper it stands on, with its title above. */
export async function saveChart(drawing: SVGSVGElement, { name, title }: { name: string; title: string }) {
  const { width, height } = drawing.getBoundingClientRect();
  const page = getComputedStyle(document.documentElement);
  const canvas = document.createElement('canvas');
  canvas.width = (width + 2 * PADDING) * SCALE;
  canvas.height = (height + TITLE + 2 * PADDING) * SCALE;
  const brush = canvas.getContext('2d');
  if (!brush) return;
  brush.scale(SCALE, SCALE);
  brush.fillStyle = page.getPropertyValue('--paper').trim() || 'white';
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.fillStyle = page.getPropertyValue('--ink').trim() || 'black';
  brush.font = `600 16px ${getComputedStyle(document.body).fontFamily}`;
  brush.fillText(title, PADDING, PADDING + 16, width);
  brush.drawImage(await pictureOf(drawing, width, height), PADDING, PADDING + TITLE, width, height);
  const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (file) download(file, `${name}.png`);
}

async function pictureOf(drawing: SVGSVGElement, width: number, height: number): Promise<HTMLImageElement> {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const from = [drawing, ...drawing.querySelectorAll('*')];
  for (const [place, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const seen = from[place];
    if (!seen || !(element instanceof SVGElement)) continue;
    const style = getComputedStyle(seen);
    for (const property of STYLES) element.style.setProperty(property, style.getPropertyValue(property));
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', `${width}`);
  copy.setAttribute('height', `${height}`);
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await picture.decode();
  return picture;
}

function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
}
