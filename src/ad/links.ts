/** How links and addresses on the net are written, as parts of expressions. */

/** With its scheme, or by its www. */
export const WEB_ADDRESS = String.raw`(?:https?:\/\/|www\.)[^\s<>"'“”’)\]|]+`;

const EMAIL = String.raw`[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{2,24}){1,4}`;

/** '@shop_name'. */
const ACCOUNT = String.raw`@[\w.]{2,60}`;

/** 'shop.co.kr/menu': a name without a scheme is one by how it ends. */
const DOMAIN = String.raw`[A-Za-z\d-]{1,63}(?:\.[A-Za-z\d-]{1,63}){0,4}\.(?:com|net|org|kr|shop|store|me|co|io|example|page|site|ly|be|ee|gl)\b(?:\/[^\s<>"')\]|]*)?`;

/** Any of them, and accounts. */
export const LINK = String.raw`(?:${WEB_ADDRESS}|${EMAIL}|(?<![\w.])${ACCOUNT}|(?<![\w.@])${DOMAIN})`;

const EVERY_LINK = new RegExp(LINK, 'giu');

/** Where links, addresses of mail and accounts stand in a text, in UTF-16 units, in order. */
export const linksIn = (text: string): readonly { readonly start: number; readonly end: number }[] =>
  [...text.matchAll(EVERY_LINK)].map(({ index, 0: link }) => ({ start: index, end: index + link.length }));

/** A site on the net: neither an account nor an address of mail. */
export const SITE = String.raw`(?:${WEB_ADDRESS}|(?<![\w.@])${DOMAIN})`;
