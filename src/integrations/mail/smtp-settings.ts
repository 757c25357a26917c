/** How to reach the mail server. */
export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (port 465); otherwise STARTTLS when the server offers it. */
  readonly secure: boolean;
  /** Null for a server that asks for none. */
  readonly credentials: { readonly user: string; readonly password: string } | null;
  /** Sender of every mail, `Name <address>`; nobody reads what is sent there. */
  readonly from: string;
}
