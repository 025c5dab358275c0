/** There is room for what is looked at now and then: on a phone it is one tap away. */
export const isWide = (): boolean => matchMedia("(min-width: 48rem)").matches;
