/** A question to the API as text; the types of its answer and its variables are for the compiler only. */
export type Document<Answer, Variables> = string & { readonly answer?: Answer; readonly asks?: Variables };
/** One whose text is made as the page runs, from what the catalog tells. */
export type MadeDocument = Document<Record<string, unknown>, Record<string, unknown>>;
