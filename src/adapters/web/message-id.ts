/** A message, as no other of anybody's is called. */
export const messageIdOf = (person: string, id: number): string => `${person}.${id}`;
