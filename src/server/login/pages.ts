import type { Bilingual } from "../../domain/kernel/words.js";

/** Nothing is loaded, nothing runs, nothing is sent from here. */
export const PAGE_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (one) => ESCAPES[one] ?? "");

/** Why somebody is not signed in, in both languages. */
export const refusalPage = (says: Bilingual, detail: string | undefined): string => `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Chưa đăng nhập được – Not signed in</title>
  </head>
  <body>
    <h1>Chưa đăng nhập được</h1>
    <p>${escaped(says.vi)}</p>
    <h1 lang="en">Not signed in</h1>
    <p lang="en">${escaped(says.en)}</p>
${detail === undefined ? "" : `    <p lang="en"><code>${escaped(detail)}</code></p>\n`}    <p><a href="/">Về trang đầu – <span lang="en">Back to the first page</span></a></p>
  </body>
</html>
`;
