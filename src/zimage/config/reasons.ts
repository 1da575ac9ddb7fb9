/** Why a missing setting is filled in as it is. */
export const PUBLISHED = 'as in the published checkpoint';
export const FROM_WEIGHTS = 'as its weights have it';
