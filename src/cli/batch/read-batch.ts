import type { LocalizedText } from '../../ad/locale.ts';
import { UserError } from '../../errors/user-error.ts';
import { FileRefused, readBoundedFile } from '../../files/read-file.ts';

/** Largest files in bytes: of requests some thousand of the longest, of a menu several times the longest that is set. */
const LARGEST = { 'batch-unreadable': 8 * 2 ** 20, 'menu-unreadable': 64 * 2 ** 10 } as const;

const UNREADABLE: LocalizedText = { ko: '파일을 읽을 수 없어요', en: 'the file cannot be read' };
const NO_FILE: LocalizedText = { ko: '파일이 아니에요', en: 'it is not a file' };
const TOO_LARGE: Readonly<Record<keyof typeof LARGEST, LocalizedText>> = {
  'batch-unreadable': { ko: '8MB가 넘어요', en: 'it is larger than 8 MB' },
  'menu-unreadable': { ko: '64kB가 넘어요', en: 'it is larger than 64 kB' },
};

/**
 * The text of a file of requests or of a menu, without the mark at its beginning that some programs write.
 *
 * @param unreadable what is said of a file that cannot be opened
 * @throws UserError `unreadable`; `batch-encoding` where it is anything but UTF-8
 */
export async function readBatchText(
  file: string,
  unreadable: keyof typeof LARGEST = 'batch-unreadable',
): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readBoundedFile(file, LARGEST[unreadable]);
  } catch (cause) {
    throw new UserError(unreadable, { file, problem: problemOf(cause, unreadable) }, { cause });
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // What it may be instead is said below.
  }
  throw new UserError('batch-encoding', { file, encoding: encodingOf(bytes) });
}

function problemOf(cause: unknown, unreadable: keyof typeof LARGEST): LocalizedText {
  if (!(cause instanceof FileRefused)) return UNREADABLE;
  return cause.code === 'TOO_LARGE' ? TOO_LARGE[unreadable] : NO_FILE;
}

/** What a file may be that is not UTF-8: what Excel and older editors save in Korea. */
function encodingOf(bytes: Buffer): LocalizedText {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff' || bytes.includes(0))
    return { ko: 'UTF-16 같아요', en: 'it looks like UTF-16' };
  return { ko: 'EUC-KR(CP949) 같아요', en: 'it looks like EUC-KR (CP949)' };
}
