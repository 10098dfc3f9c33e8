/// A plain page that needs nothing but itself: headings, paragraphs and captioned tables.
struct ReceiptPage {
  private let title: String
  private var body = ""

  init(title: String) { self.title = title }

  mutating func banner(_ text: String) { body += "<p class=\"banner\">\(escaped(text))</p>\n" }
  mutating func paragraph(_ text: String) { body += "<p>\(escaped(text))</p>\n" }
  mutating func heading(_ text: String) { body += "<h2>\(escaped(text))</h2>\n" }

  mutating func table(caption: String, header: [String], rows: [[String]]) {
    body += "<table>\n<caption>\(escaped(caption))</caption>\n<thead><tr>"
    for cell in header { body += "<th scope=\"col\">\(escaped(cell))</th>" }
    body += "</tr></thead>\n<tbody>\n"
    for row in rows {
      body += "<tr>" + row.map { "<td>\(escaped($0))</td>" }.joined() + "</tr>\n"
    }
    body += "</tbody>\n</table>\n"
  }

  var html: String {
    """
    <!DOCTYPE html>
    <html lang="it">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(escaped(title))</title>
    <style>
    body{font:16px/1.5 system-ui,sans-serif;color:#17324d;max-width:60rem;margin:2rem auto;padding:0 1rem}
    h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem}
    table{border-collapse:collapse;width:100%;margin:1rem 0}caption{text-align:left;font-weight:600}
    th,td{border-bottom:1px solid #c5c7c9;padding:.35rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
    .banner{background:#fff3cd;border:1px solid #7a5c00;padding:.5rem 1rem;font-weight:600}
    </style>
    </head>
    <body>
    <main>
    <h1>\(escaped(title))</h1>
    \(body)</main>
    </body>
    </html>

    """
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
