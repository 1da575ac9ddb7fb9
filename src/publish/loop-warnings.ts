import type { Size } from '../ad/geometry.ts';
import type { LocalizedText } from '../ad/locale.ts';
import type { LoopKind } from '../ad/motion.ts';

export const NO_PROGRAM: LocalizedText = {
  ko: '이 컴퓨터에 ffmpeg가 없어서 MP4는 만들지 않았어요. 설치하면 다음부터 함께 만들어요.',
  en: 'There is no ffmpeg on this machine, so no MP4 was made. Once it is installed, one will be.',
};

export const NO_VIDEO: LocalizedText = {
  ko: '이 컴퓨터의 ffmpeg로는 MP4(H.264)를 만들지 못했어요.',
  en: 'The ffmpeg on this machine could not make an MP4 (H.264).',
};

export const SMALLER = ({ width, height }: Size, limit: number): LocalizedText => ({
  ko: `움직이는 파일은 ${kilobytes(limit)} 안에 들도록 ${width}×${height}로 줄였어요. 멈춘 그림은 그대로예요.`,
  en: `The file in motion is reduced to ${width}×${height} to fit into ${kilobytes(limit)}; the still is as it was.`,
});

export const CALMER = (limit: number): LocalizedText => ({
  ko: `움직이는 파일이 ${kilobytes(limit)} 안에 들도록 가장 크게 움직이던 것은 가만히 두었어요.`,
  en: `To fit the file in motion into ${kilobytes(limit)}, what moved most stands still.`,
});

const kilobytes = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${Math.round(bytes / 1_000_000)} MB`;

export const NO_VIDEO_BUT = (kind: LoopKind): LocalizedText => ({
  ko: `MP4(H.264)를 만들 ffmpeg가 이 컴퓨터에 없어서 ${kind.toUpperCase()}로 만들었어요.`,
  en: `There is no ffmpeg on this machine that makes MP4 (H.264), so it is a ${kind.toUpperCase()}.`,
});
