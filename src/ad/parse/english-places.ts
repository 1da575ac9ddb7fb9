import type { CalledPlace } from './called-place.ts';

/** @param names alternatives of a pattern that stand behind 'for' */
const en = (names: string): RegExp =>
  new RegExp(String.raw`\bfor\s(?:an?\s|my\s|our\s|the\s)?(?:${names})\b`, 'giu');

/** A sheet of a size, and where it is to hang: 'A4 poster for the door'. */
const sheet = (size: string): RegExp =>
  new RegExp(
    String.raw`\b(?:for\s)?(?:an?\s)?(?:${size}(?:\s(?:sheet|flyers?|posters?|print|notice|sign))?(?:\s(?:to|that\swe)\s(?:hang|put|stick|tape)(?:\sup)?)?\s(?:on|for|in)\s(?:the|my|our|a)\s(?:(?:shop|front|store|back|glass)\s)?(?:door|window|wall|counter|board)|(?:for|on|in)\s(?:the|my|our)\s(?:(?:shop|front|store)\s)?(?:door|window|wall),?\s(?:an?\s)?${size}(?=[,.:;\n]|$))`,
    'giu',
  );

/** Where pictures are shown and of which shape they are there, as English requests say it. */
export const ENGLISH_PLACES: readonly CalledPlace[] = [
  {
    signs: ['stor'],
    pattern:
      /\b(?:for\s)?(?:an?\s|my\s|our\s|the\s)?(?:(?:instagram|insta|ig|facebook|whatsapp)\sstor(?:y|ies)|stor(?:y|ies)\s(?:format|size|ratio|ad))\b/giu,
    format: '9:16',
    place: 'instagram-story',
  },
  {
    signs: ['reel', 'tiktok', 'short'],
    pattern:
      /\b(?:for\s)?(?:an?\s|my\s|our\s|the\s)?(?:(?:instagram|insta|ig|facebook|whatsapp)\sreels?|tiktok(?:\s(?:ad|post|video))?|reels?\s(?:format|size|cover)|youtube\sshorts?)\b/giu,
    format: '9:16',
    place: 'instagram-reels',
  },
  {
    signs: ['vertical', 'tall', 'upright'],
    pattern:
      /\b(?:in\s|as\s)?(?:an?\s)?(?:vertical|tall|upright)\s(?:format|ratio|size|orientation|layout|version|image|poster|banner|picture|ad)\b|\bmake\sit\s(?:vertical|tall)\b|\bvertically\b/giu,
    format: '9:16',
  },
  {
    signs: ['portrait'],
    pattern:
      /\b(?:in\s|as\s)?(?:an?\s)?portrait\s(?:format|ratio|size|orientation|layout|version|image|poster|picture)\b/giu,
    format: '4:5',
  },
  {
    signs: ['youtube'],
    pattern: /\b(?:for\s)?(?:an?\s|my\s|our\s|the\s)?youtube\sthumbnail\b/giu,
    format: '16:9',
    place: 'youtube-thumbnail',
  },
  {
    signs: ['landscape', 'horizontal', 'wide', 'youtube'],
    pattern:
      /\b(?:in\s|as\s)?(?:an?\s)?(?:landscape|horizontal|wide|widescreen)\s(?:format|ratio|size|orientation|layout|version|image|poster|banner|picture|ad)\b|\bmake\sit\s(?:wide|horizontal|landscape)\b|\b(?:for\s)?(?:an?\s|my\s|our\s)?youtube\s(?:banner|cover)\b/giu,
    format: '16:9',
  },
  {
    signs: ['facebook'],
    pattern: /\b(?:for\s)?(?:an?\s|my\s|our\s|the\s)?facebook\s(?:ads?|posts?)\b/giu,
    format: '1.91:1',
    place: 'link-preview',
  },
  {
    signs: ['linkedin'],
    pattern: /\b(?:for\s)?(?:an?\s|my\s|our\s|the\s)?linkedin\s(?:ads?|posts?)\b/giu,
    format: '1.91:1',
    place: 'linkedin-post',
  },
  {
    signs: ['facebook', 'google', 'linkedin'],
    pattern:
      /\b(?:for\s)?(?:an?\s|my\s|our\s|the\s)?(?:google\s(?:ads?|posts?)|(?:facebook|google|linkedin)\s(?:cover|banner))\b/giu,
    format: '1.91:1',
  },
  {
    signs: ['square'],
    pattern:
      /\b(?:in\s|as\s)?(?:an?\s)?square\s(?:format|ratio|size|layout|version|image|poster|banner|picture|ad|post)\b|\bmake\sit\s(?:a\s)?square\b/giu,
    format: '1:1',
  },
  {
    signs: ['insta', 'ig'],
    pattern:
      /\b(?:for\s)?(?:an?\s|my\s|our\s|the\s)?(?:instagram|insta|ig)\s(?:feed(?:\spost)?|posts?|ads?)\b|\bfor\s(?:my\s|our\s|the\s)?(?:instagram|insta|ig)(?:\s(?:page|account|profile))?(?=\s*(?:[,.!?;:\n]|$))/giu,
    format: '4:5',
    place: 'instagram-feed',
  },
  {
    signs: ['store'],
    pattern: en(String.raw`(?:naver\s)?smart\s?store(?:\smain)?(?:\s(?:picture|image|photo))?`),
    place: 'smartstore',
  },
  {
    signs: ['coupang'],
    pattern: en(String.raw`coupang(?:\smain)?(?:\s(?:picture|image|photo))?`),
    place: 'coupang',
  },
  {
    signs: ['naver'],
    pattern: en(String.raw`naver\splace(?:\s(?:photo\s)?(?:ads?|picture|image|photo))?`),
    place: 'naver-place',
  },
  {
    signs: ['kakao'],
    pattern: en(String.raw`kakao(?:\s?talk)?(?:\schannel)?\smessages?`),
    place: 'kakao-message',
  },
  { signs: ['bizboard'], pattern: en(String.raw`(?:kakao\s)?bizboard`), place: 'kakao-bizboard' },
  { signs: ['karrot', 'daangn'], pattern: en('karrot|daangn'), place: 'karrot' },
  { signs: ['mms', 'message'], pattern: en(String.raw`mms|(?:text|picture)\smessages?`), place: 'mms' },
  { signs: ['twitter', 'post'], pattern: en(String.raw`(?:twitter|x)\spost|twitter`), place: 'x-post' },
  {
    signs: ['google'],
    pattern: en(String.raw`google\s(?:business(?:\sprofile)?|maps)`),
    place: 'google-business',
  },
  {
    signs: ['kakao'],
    pattern: /\bto\ssend\s(?:on|over|via|by|in)\skakao\s?talk\b/giu,
    place: 'kakao-message',
  },
  {
    signs: ['message', 'mms'],
    pattern: /\bto\ssend\s(?:as|by|in|via)\s(?:an?\s)?(?:mms|(?:text|picture)\smessages?)\b/giu,
    place: 'mms',
  },
  { signs: ['card'], pattern: /\b(?:an?|my|our)\sbusiness\scard\sfor\b/giu, place: 'business-card' },
  { signs: ['a4'], pattern: sheet('a4'), place: 'a4-print' },
  { signs: ['a3'], pattern: sheet('a3'), place: 'a3-print' },
  { signs: ['a4'], pattern: en(String.raw`a4(?:\s(?:sheet|flyers?|posters?|print))?`), place: 'a4-print' },
  { signs: ['a3'], pattern: en(String.raw`a3(?:\s(?:sheet|flyers?|posters?|print))?`), place: 'a3-print' },
  { signs: ['a5'], pattern: en(String.raw`a5(?:\s(?:sheet|flyers?|posters?|print))?`), place: 'a5-print' },
];
