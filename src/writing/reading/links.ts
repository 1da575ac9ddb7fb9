/** How links and addresses on the net are written, as parts of expressions. */

/** With its scheme, or by its www. */
export const WEB_ADDRESS = String.raw`(?:https?:\/\/|www\.)[^\s<>"'“”’)\]|]+`;

export const EMAIL = String.raw`[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{2,24}){1,4}`;

/** '@shop_name'. */
export const ACCOUNT = String.raw`@[\w.]{2,60}`;

/** 'shop.co.kr/menu': a name without a scheme is one by how it ends. */
export const DOMAIN = String.raw`[A-Za-z\d-]{1,63}(?:\.[A-Za-z\d-]{1,63}){0,4}\.(?:com|net|org|kr|shop|store|me|co|io|example|page|ly|be|ee|gl)\b(?:\/[^\s<>"')\]|]*)?`;
