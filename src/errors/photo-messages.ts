import { message } from './message.ts';

/** Pictures that are damaged, or that would take too much to open. */
export const photoMessages = {
  'photo-damaged': message<{ file: string }>(
    ({ file }) =>
      `사진 파일이 손상되어 열 수 없어요: ${file}. 원본을 다시 받거나, 화면을 캡처해서 올려 주세요.`,
    ({ file }) =>
      `The photo ${file} is damaged and cannot be opened. Download the original again, or send a screenshot.`,
  ),
  'photo-too-costly': message<{ file: string; format: string }>(
    ({ file, format }) =>
      `여는 데 메모리가 너무 많이 드는 ${format} 사진이에요: ${file}. JPG로 저장하거나 크기를 줄여 올려 주세요.`,
    ({ file, format }) =>
      `The ${format} photo ${file} needs too much memory to open. Save it as a JPG or make it smaller.`,
  ),
  'photo-too-long': message<{ file: string; width: number; height: number; max: number }>(
    ({ file, width, height, max }) =>
      `사진이 한쪽으로 너무 길어요: ${file} (${width}×${height}). 긴 쪽을 ${max}픽셀 이하로 잘라 올려 주세요.`,
    ({ file, width, height, max }) =>
      `The photo ${file} is too long on one side (${width}×${height}). Crop the longer side to ${max} pixels or less.`,
  ),
  'product-too-small': message<{ width: number; height: number; min: number; good: number }>(
    ({ width, height, min, good }) =>
      `사진 속 제품이 너무 작아요 (${width}×${height}픽셀, ${min}픽셀 미만). 제품의 긴 쪽이 ${good}픽셀 넘게 나오도록 가까이에서 찍은 사진을 올려 주세요.`,
    ({ width, height, min, good }) =>
      `The product is too small in the photo (${width}×${height} pixels, less than ${min}). Send a photo in which its longer side has ${good} pixels or more.`,
  ),
  'photo-raw': message<{ file: string; format: string }>(
    ({ file, format }) =>
      `${format} 원본(RAW) 파일은 열 수 없어요: ${file}. 카메라나 사진 앱에서 JPG로 내보내서 올려 주세요.`,
    ({ file, format }) =>
      `${file} is a ${format} camera raw file, which cannot be opened. Export it as a JPG and send that.`,
  ),
  'photo-video': message<{ file: string; format: string }>(
    ({ file, format }) =>
      `${format} 동영상은 열 수 없어요: ${file}. 제품이 잘 보이는 장면을 캡처하거나, 라이브 포토라면 사진만 골라 올려 주세요.`,
    ({ file, format }) =>
      `${file} is a ${format} video. Send a screenshot of a moment that shows the product well; for a Live Photo, send the still.`,
  ),
  'photo-design': message<{ file: string; format: string }>(
    ({ file, format }) =>
      `${format} 작업 파일은 열 수 없어요: ${file}. 만든 프로그램에서 PNG나 JPG로 내보내서 올려 주세요.`,
    ({ file, format }) =>
      `${format} files are not supported (${file}). Export it as a PNG or JPG from the program that made it.`,
  ),
  'photo-document': message<{ file: string; format: string }>(
    ({ file, format }) =>
      `${format} 문서는 열 수 없어요: ${file}. 안에 든 사진을 JPG나 PNG로 저장하거나 화면을 캡처해서 올려 주세요.`,
    ({ file, format }) =>
      `${file} is a ${format} document. Save the picture inside as a JPG or PNG, or send a screenshot of it.`,
  ),
  'photo-archive': message<{ file: string; format: string }>(
    ({ file, format }) =>
      `${format} 압축 파일은 열 수 없어요: ${file}. 압축을 풀고 사진을 한 장씩 올려 주세요.`,
    ({ file, format }) => `${file} is a ${format} archive. Unpack it and send the photos one by one.`,
  ),
  'photo-text': message<{ file: string; format: string }>(
    ({ file, format }) =>
      `사진이 아니라 글이 든 ${format} 파일이에요: ${file}. 사진은 JPG, PNG, HEIC로 올리고, 문구는 메시지에 적어 주세요.`,
    ({ file, format }) =>
      `${file} is a text file (${format}), not a photo. Send a JPG, PNG or HEIC photo and write the words in your message.`,
  ),
  'logo-too-complex': message<{ file: string }>(
    ({ file }) => `너무 복잡해서 그릴 수 없는 SVG예요: ${file}. 로고를 PNG로 저장해서 올려 주세요.`,
    ({ file }) => `The SVG ${file} is too complex to draw. Save the logo as a PNG and upload that.`,
  ),
  'logo-elsewhere': message<{ file: string }>(
    ({ file }) => `다른 파일이나 웹 주소를 불러오는 SVG예요: ${file}. 로고를 PNG로 저장해서 올려 주세요.`,
    ({ file }) =>
      `The SVG ${file} loads other files or web addresses. Save the logo as a PNG and upload that.`,
  ),
  'logo-unreadable': message<{ file: string }>(
    ({ file }) => `SVG를 읽을 수 없어요: ${file}. 로고를 PNG로 저장해서 올려 주세요.`,
    ({ file }) => `The SVG ${file} cannot be read. Save the logo as a PNG and upload that.`,
  ),
  'pick-unknown': message<{ pick: number; count: number }>(
    ({ pick, count }) =>
      count === 1
        ? `사진에서 찾은 것이 하나뿐이라 ${pick}번은 없어요. 번호 없이 다시 만들어 주세요.`
        : `사진에서 찾은 것은 ${count}개라 ${pick}번은 없어요. 1~${count} 가운데 고르거나, 모두 쓰려면 0을 골라 주세요.`,
    ({ pick, count }) =>
      count === 1
        ? `Only one thing was found in the photo, so there is no number ${pick}. Make the ad without a number.`
        : `${count} things were found in the photo, so there is no number ${pick}. Choose from 1–${count}, or 0 for all of them.`,
  ),
  'pick-without-photo': message<{ picks: number; photos: number }>(
    ({ picks, photos }) =>
      photos === 0
        ? '사진에서 고르는 번호(pick)는 제품을 오려 낼 사진이 있을 때만 쓸 수 있어요. 사진을 함께 보내거나 번호를 빼 주세요.'
        : `고른 번호는 ${picks}개인데 사진은 ${photos}장이에요. 사진마다 번호를 하나씩만 적어 주세요.`,
    ({ picks, photos }) =>
      photos === 0
        ? 'Picking by number only works with a photo whose product is cut out. Add a photo, or leave the number out.'
        : `${picks} numbers to pick were given for ${photos} photo${photos === 1 ? '' : 's'}. Give one number for each photo.`,
  ),
} as const;
