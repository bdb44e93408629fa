/** The file of the certificate that the PostgreSQL by URL shows. */
export const tlsCertificate: string = new URL('tls/server.crt', import.meta.url).pathname;
