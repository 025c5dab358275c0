import { Extensions } from "type-graphql";

export const LOOKS_FAR = "looksFar";

/**
 * Marks a field whose answer may rest on any number of entries, however short it is. It is answered where nobody else
 * waits for it: to a query, in a thread that reads, and not to a mutation or in a feed.
 */
export const LooksFar = (): MethodDecorator & PropertyDecorator => Extensions({ [LOOKS_FAR]: true });
