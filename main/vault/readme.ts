// What a person finds who opens the folder without Offprint: how to read it with what every system has.

export const readme = `# An Offprint library

Everything Offprint keeps is in this folder, as plain files. They are yours and need no Offprint.

    articles/<2>/<id>/<version>.json          one capture: address, title, dates, and its other files with their checksums
    articles/<2>/<id>/<version>.html.gz       its text for reading       (zcat FILE > article.html)
    articles/<2>/<id>/<version>.page.html.gz  the page as it looked      (<2> is the end of the id)
    blobs/<2>/<sha256>.<ext>                  pictures, styles and fonts: offprint-asset:NAME in a text is blobs/<2>/NAME
    acts/<device>/<yyyy-mm>.jsonl             what you did, one act a line; later acts win
    rules/<device>/<site>.txt                 what you said belongs to the articles of a site; copies of acts, to read and to hand on

List titles:        jq -r '[.version, .title, .url] | @tsv' articles/*/*/*.json
Read one:           zcat articles/*/*/VERSION.html.gz | less
What has a tag:     cat acts/*/*.jsonl | jq -r 'select(.act == "tagged") | [.article, .tag] | @tsv'
Check a picture:    sha256sum blobs/*/*   (each name is its checksum)
Check a record:     head -c -85 FILE.json | sha256sum   (against the checksum that it ends with)

Do not edit these files: copy them. Sync programs and backups may take the folder as it is.
`
