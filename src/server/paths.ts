/** Queries and mutations, and the WebSocket. */
export const GRAPHQL_PATH = "/graphql";
/** Subscriptions as server-sent events. */
export const STREAM_PATH = "/graphql/stream";
