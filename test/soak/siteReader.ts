type Row = Readonly<Record<string, unknown>>;

/** Reads a site by its REST alone, without any of the product's code, as an auditor would. */
export class SiteReader {
  public constructor(private readonly siteUrl: string) {}

  /** Every item of a list. */
  public async items(list: string, ...columns: readonly string[]): Promise<Row[]> {
    const rows: Row[] = [];
    let next: string | undefined = `${this.siteUrl}/_api/web/lists/getbytitle('${list}')/items?$select=Id,${columns.join(',')}&$top=1000`;
    while (next !== undefined) {
      const page = (await (await this.get(next)).json()) as { readonly value: Row[]; readonly 'odata.nextLink'?: string };
      rows.push(...page.value);
      next = page['odata.nextLink'];
    }
    return rows;
  }

  /** The bytes of a file. @param path server-relative */
  public async file(path: string): Promise<Uint8Array> {
    const quoted = encodeURIComponent(path.replace(/'/g, "''"));
    return new Uint8Array(await (await this.get(`${this.siteUrl}/_api/web/getfilebyserverrelativepath(decodedurl='${quoted}')/$value`)).arrayBuffer());
  }

  private async get(url: string): Promise<Response> {
    const response = await fetch(url, { headers: { Accept: 'application/json', 'X-Local-User': 'service@example.org' } });
    if (!response.ok) {
      throw new Error(`${url}: ${response.status} ${await response.text()}`);
    }
    return response;
  }
}
