import { type Bilingual, say } from "../../domain/kernel/words.js";

/** Why somebody is not signed in, or not signed out: the closed list, with the status of each. */
export const LOGIN_REFUSALS = {
  NO_LOGIN: {
    status: 404,
    says: say(
      "Máy chủ này không có đăng nhập qua nhà cung cấp danh tính.",
      "There is no login by an identity provider at this server.",
    ),
  },
  PLACE_REFUSED: {
    status: 400,
    says: say(
      "Địa chỉ cần quay về sau khi đăng nhập (`to`) phải là một đường dẫn của chính trang này.",
      "Where to go after the login (`to`) must be a path of this very site.",
    ),
  },
  LOGIN_NOT_BEGUN: {
    status: 400,
    says: say(
      "Lần đăng nhập này không bắt đầu từ trình duyệt này, đã được dùng, hoặc đã quá mười phút. Xin đăng nhập lại.",
      "This login was not begun in this browser, has been used, or took more than ten minutes. Please sign in again.",
    ),
  },
  LOGIN_DENIED: {
    status: 403,
    says: say(
      "Nhà cung cấp danh tính không cho đăng nhập, hoặc việc đăng nhập đã bị bỏ dở.",
      "The identity provider did not sign you in, or the login was broken off.",
    ),
  },
  LOGIN_FAILED: {
    status: 400,
    says: say(
      "Nhà cung cấp danh tính không chấp nhận lần đăng nhập này, hoặc câu trả lời của nó không đúng. Xin đăng nhập lại.",
      "The identity provider does not accept this login, or its answer is not right. Please sign in again.",
    ),
  },
  LOGIN_NOT_SET_UP: {
    status: 503,
    says: say(
      "Nhà cung cấp danh tính không chấp nhận máy chủ này. Xin báo cho người quản trị: nhật ký của máy chủ ghi lý do.",
      "The identity provider does not accept this server. Please tell its operator: the server's log says why.",
    ),
  },
  ISSUER_UNREACHABLE: {
    status: 503,
    says: say(
      "Hiện không liên lạc được với nhà cung cấp danh tính. Xin thử lại sau ít phút.",
      "The identity provider cannot be reached now. Please try again in a few minutes.",
    ),
  },
  TOKENS_UNCHECKED: {
    status: 503,
    says: say(
      "Hiện không kiểm tra được mã truy cập. Xin thử lại sau ít phút.",
      "Access tokens cannot be checked now. Please try again in a few minutes.",
    ),
  },
  TOKEN_REFUSED: {
    status: 403,
    says: say(
      "Nhà cung cấp danh tính đã đăng nhập cho bạn, nhưng sổ này không nhận mã truy cập của bạn. Xin gửi dòng dưới đây cho người quản trị.",
      "The identity provider has signed you in, but this ledger does not take your access token. Please send the line below to its operator.",
    ),
  },
  TOKEN_TOO_LONG: {
    status: 403,
    says: say(
      "Mã truy cập của bạn quá dài, trình duyệt không giữ được. Người quản trị cần bớt những gì nhà cung cấp danh tính ghi trong đó.",
      "Your access token is too long for a browser to keep. The operator has to let the identity provider write less into it.",
    ),
  },
  NOT_THIS_PAGE: {
    status: 403,
    says: say("Yêu cầu này chỉ trang của máy chủ này được gửi.", "Only this server's own page may send this request."),
  },
  NO_ROLES: {
    status: 403,
    says: say(
      "Vai trò thử chỉ có khi phát triển, và chỉ cho trình duyệt chạy trên chính máy này.",
      "Roles can be taken in development only, and only by a browser on this very machine.",
    ),
  },
  ROLE_UNKNOWN: {
    status: 400,
    says: say("Không có vai trò này để chọn.", "There is no such role to take."),
  },
  UNIT_UNKNOWN: {
    status: 400,
    says: say("Sổ này không có đơn vị này.", "This ledger does not have this unit."),
  },
  UNIT_NEEDED: {
    status: 400,
    says: say("Cán bộ của đơn vị phải chọn đơn vị của mình.", "A clerk must choose the clerk's unit."),
  },
  MALFORMED: {
    status: 400,
    says: say(
      "Nội dung gửi lên không phải là JSON như cần có ở đây.",
      "The body is not the JSON that is expected here.",
    ),
  },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly says: Bilingual }>>;

export type LoginRefusalCode = keyof typeof LOGIN_REFUSALS;

export class LoginRefused extends Error {
  override readonly name = "LoginRefused";

  /**
   * @param reason for the log: nothing of a token, of a code or of a state
   * @param detail for whoever is refused, besides the sentence
   */
  constructor(
    readonly code: LoginRefusalCode,
    readonly reason?: string,
    readonly detail?: string,
  ) {
    super(LOGIN_REFUSALS[code].says.en);
  }
}
