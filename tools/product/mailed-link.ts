import type { RunningProduct } from './run-product';

/** The link to a page in the latest mail to an address, once it has come. */
export async function mailedLink(
  { mails, url }: Pick<RunningProduct, 'mails' | 'url'>,
  address: string,
  path: string,
): Promise<string> {
  const pattern = new RegExp(`${url}${path}#token=\\S+`);
  const find = (): string | undefined =>
    mails
      .to(address)
      .map(({ parsed }) => pattern.exec(parsed.text ?? '')?.[0])
      .findLast((link) => link !== undefined);
  const there = find();
  if (there !== undefined) return there;
  return new Promise((resolve) => {
    const end = mails.onMail(() => {
      const link = find();
      if (link === undefined) return;
      end();
      resolve(link);
    });
  });
}
