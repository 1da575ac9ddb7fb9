import sharp from 'sharp';

const COLUMNS = 9;
const CELL = 300;
const TITLE = 22;

/** Small pictures with their titles, row by row, as one PNG. */
export async function contactSheet(
  pictures: readonly { readonly path: string; readonly title: string }[],
  path: string,
): Promise<void> {
  const rows = Math.ceil(pictures.length / COLUMNS);
  const parts = await Promise.all(
    pictures.map(async (picture, i) => {
      const left = (i % COLUMNS) * CELL;
      const top = Math.floor(i / COLUMNS) * (CELL + TITLE);
      const small = await sharp(picture.path)
        .resize(CELL - 6, CELL - 6, { fit: 'contain', background: '#777777' })
        .png()
        .toBuffer();
      const title = `<svg width="${CELL}" height="${TITLE}"><text x="4" y="16" font-size="14" fill="#ffffff">${picture.title}</text></svg>`;
      return [
        { input: small, left, top: top + TITLE },
        { input: Buffer.from(title), left, top },
      ];
    }),
  );
  await sharp({
    create: { width: COLUMNS * CELL, height: rows * (CELL + TITLE), channels: 3, background: '#777777' },
  })
    .composite(parts.flat())
    .png()
    .toFile(path);
}
