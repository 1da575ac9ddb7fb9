/**
 * What somebody wants who answers an ad: one for something that they name, that ad in the way they wish, or nothing that
 * is made (praise, thanks, a question).
 */
export type ReplyIntent = 'order' | 'wish' | 'talk';
