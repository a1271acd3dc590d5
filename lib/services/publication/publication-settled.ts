/** Thrown to a worker that is late: the publication has its file, has failed, or was withdrawn. Nothing was written. */
export class PublicationSettled extends Error {}
