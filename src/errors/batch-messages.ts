import { message } from './message.ts';

/** Mistakes in a file of requests. */
export const batchMessages = {
  'batch-unreadable': message<{ file: string; problem: { ko: string; en: string } }>(
    ({ file, problem }) => `요청 목록을 열 수 없어요: ${file} (${problem.ko}). 경로를 확인해 주세요.`,
    ({ file, problem }) => `The request list ${file} cannot be opened (${problem.en}). Check the path.`,
  ),
  'batch-encoding': message<{ file: string; encoding: { ko: string; en: string } }>(
    ({ file, encoding }) =>
      `${file}의 글자를 읽을 수 없어요 (${encoding.ko}). UTF-8로 다시 저장해 주세요. 엑셀에서는 “CSV UTF-8”이에요.`,
    ({ file, encoding }) =>
      `The text in ${file} cannot be read (${encoding.en}). Save it as UTF-8; in Excel that is “CSV UTF-8”.`,
  ),
  'batch-empty': message<{ file: string }>(
    ({ file }) => `${file}에 요청이 없어요. 한 줄에 하나씩 적어 주세요.`,
    ({ file }) => `There are no requests in ${file}. Write one per line.`,
  ),
  'batch-too-long': message<{ max: number }>(
    ({ max }) => `줄이 너무 많아요. 파일 하나에 ${max}줄까지 적을 수 있어요. 나누어 주세요.`,
    ({ max }) => `There are too many lines: a file may have ${max}. Split it into several.`,
  ),
  'batch-column': message<{ name: string; known: readonly string[] }>(
    ({ name, known }) => `모르는 열이에요: “${name}”. 쓸 수 있는 열: ${known.join(', ')}`,
    ({ name, known }) => `There is no column “${name}”. Columns can be: ${known.join(', ')}.`,
  ),
  'batch-cells': message<{ cells: number; columns: number }>(
    ({ cells, columns }) =>
      `칸이 ${cells}개인데 열은 ${columns}개예요. 쉼표가 든 글은 "6,500원"처럼 큰따옴표로 묶어 주세요.`,
    ({ cells, columns }) =>
      `This row has ${cells} cells, but there are ${columns} columns. Put text with a comma in double quotes: "6,500 won".`,
  ),
  'batch-quote': message<{ line: number }>(
    ({ line }) => `${line}행의 큰따옴표가 맞지 않아요. 연 것은 닫고, 칸 안의 큰따옴표는 두 번("") 써 주세요.`,
    ({ line }) =>
      `The double quotes on line ${line} do not match. Close every quote, and write a quote inside a cell twice ("").`,
  ),
  'batch-alone': message<{ option: string }>(
    ({ option }) => `--batch와 ${option}은(는) 함께 쓸 수 없어요. 요청은 파일에 적어 주세요.`,
    ({ option }) => `--batch cannot be used with ${option}. Put the requests in the file instead.`,
  ),
} as const;
