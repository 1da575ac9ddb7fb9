/** Says that there will be no ad, in the language of a drill's people. */
export const REFUSED = /만들지 못했어요|거듭 멈췄어요/;
