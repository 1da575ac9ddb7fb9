/** The time of day in milliseconds since 1970. It may step backwards: only what people read is told by it. */
export type Clock = () => number;
