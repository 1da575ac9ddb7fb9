import type { LocalizedText } from '../../ad/locale.ts';
import { UserError } from '../../errors/user-error.ts';
import { FileRefused, readBoundedFile } from '../../files/read-file.ts';

/** Largest file of requests in bytes: some thousand of the longest. */
const MAX_FILE = 8 * 2 ** 20;

const UNREADABLE: LocalizedText = { ko: '파일을 읽을 수 없어요', en: 'the file cannot be read' };
const REFUSED: Readonly<Record<FileRefused['code'], LocalizedText>> = {
  NOT_A_FILE: { ko: '파일이 아니에요', en: 'it is not a file' },
  TOO_LARGE: { ko: '8MB가 넘어요', en: 'it is larger than 8 MB' },
};

/**
 * The text of a file of requests or of a menu, without the mark at its beginning that some programs write.
 *
 * @param unreadable what is said of a file that cannot be opened
 * @throws UserError `unreadable`; `batch-encoding` where it is anything but UTF-8
 */
export async function readBatchText(
  file: string,
  unreadable: 'batch-unreadable' | 'menu-unreadable' = 'batch-unreadable',
): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readBoundedFile(file, MAX_FILE);
  } catch (cause) {
    const problem = cause instanceof FileRefused ? REFUSED[cause.code] : UNREADABLE;
    throw new UserError(unreadable, { file, problem }, { cause });
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // What it may be instead is said below.
  }
  throw new UserError('batch-encoding', { file, encoding: encodingOf(bytes) });
}

/** What a file may be that is not UTF-8: what Excel and older editors save in Korea. */
function encodingOf(bytes: Buffer): LocalizedText {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff' || bytes.includes(0))
    return { ko: 'UTF-16 같아요', en: 'it looks like UTF-16' };
  return { ko: 'EUC-KR(CP949) 같아요', en: 'it looks like EUC-KR (CP949)' };
}
