/** Queries and mutations, and the WebSocket. */
export const GRAPHQL_PATH = "/graphql";
/** Subscriptions as server-sent events. */
export const STREAM_PATH = "/graphql/stream";
/** Where the API can be tried by hand. */
export const EXPLORER_PATH = "/explorer";
