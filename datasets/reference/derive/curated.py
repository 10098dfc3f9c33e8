"""Tables kept by hand in place: derive never rewrites them, it only writes where their facts come from."""

from .common import Job, write_origin

DESIGN = "scelta del progetto, riusabile con la licenza del progetto"

TABLES = {
    "ats.csv": ("Ambiti territoriali sociali", "2026-11-21", "fatti pubblici",
                ["Stampa locale 2017-2026", "Regione Calabria, delibere sugli ambiti (da acquisire)"],
                "Identificativi stabili del progetto: la numerazione regionale e il capofila cambiano. provvisorio S "
                "dove l'elenco dei comuni non è stato riscontrato. comuni_dichiarati è il numero di comuni che le fonti "
                "danno, non il conteggio di comuni.csv."),
    "snai.csv": ("Classi delle aree interne 2021-2027", "2022-02-14", "fatti pubblici",
                 ["ISTAT e NUVAP, Mappa delle Aree Interne 2020 e nota tecnica del 14 febbraio 2022"],
                 "Limiti in minuti letti nel file definitivo (minimo e massimo per classe); quelli annunciati a novembre "
                 "2021 (27,2 - 40 - 65,9) sono superati. E e F si pubblicano insieme."),
    "servizi.csv": ("Tassonomia canonica dei servizi sociali", "2026-11-21", DESIGN,
                    ["Voci FNPS/SIOSS (Ministero del lavoro e delle politiche sociali), da riscontrare",
                     "Soglie e livelli essenziali: si veda leps_soglie.csv"],
                    "Livello 1 A-E come negli schemi FNPS, più X per le voci della sola piattaforma, fuori dai LEPS. "
                    "sensibile S: dove si rende e da dove viene chi lo chiede non si pubblicano, e la sua voce di "
                    "livello 1 ha la soglia più alta."),
    "servizi_raccordo.csv": ("Raccordi verso la tassonomia canonica", "2026-11-21", DESIGN,
                             ["CISIS, Nomenclatore interregionale v. 2 (2013), codici da riscontrare",
                              "ISTAT, Interventi e servizi sociali dei comuni", "INPS, schemi SIUSS"],
                             "Un raccordo per riga; verificato N dove codice o voce non sono stati letti nel testo "
                             "ufficiale. `sinonimi` sono modi di dire degli uffici, confrontati senza segni e maiuscole."),
    "aree_utenza.csv": ("Aree di utenza", "2026-11-21", DESIGN,
                        ["ISTAT, Interventi e servizi sociali dei comuni", "INPS, schemi SIUSS",
                         "Regione Umbria, SISO, categorie sociali"],
                        "eta_da ed eta_a: popolazione bersaglio; vuote = tutte le età. sensibile S alza la soglia."),
    "canali.csv": ("Canali", "2024-12-04", "CC BY 4.0", ["AgID, vocabolario controllato dei canali (daf-ontologie)"],
                   "Forme brevi dei contratti accanto ai codici AgID; 01.1.X è un'estensione per i Punti di Prossimità. "
                   "sinonimi: modi di dire degli uffici."),
    "sinonimi_colonne.csv": ("Nomi che uffici e programmi danno alle colonne", "2026-11-21", DESIGN,
                             ["Intestazioni di esportazioni pubbliche e d'uso comune negli uffici"],
                             "Servono soltanto alle proposte di `tavolo suggest`: nessuna colonna è letta perché "
                             "sta qui. Campo `-`: colonne che non si leggono, con il perché in `fonte`."),
    "abbreviazioni_colonne.csv": ("Abbreviazioni nelle intestazioni", "2026-11-21", DESIGN,
                                  ["Uso degli uffici"], "Servono soltanto alle proposte di `tavolo suggest`."),
    "leps_soglie.csv": ("Livelli essenziali e altre soglie di legge", "2026-11-21", "atti normativi, pubblico dominio",
                        ["Norme citate in ogni riga"], "verificato N dove il numero non è stato riscontrato nel testo."),
    "dati_personali.csv": ("Intestazioni di dati personali", "2026-11-21", DESIGN,
                           ["Esportazioni di gestionali sociali e documentazione pubblica dei tracciati"],
                           "trattamento dice che cosa resta quando la colonna è associata a un campo; una colonna di "
                           "questo elenco che nessun campo legge è segnalata a chi consegna."),
    "conservazione.csv": ("Termini di conservazione", "2026-11-21", DESIGN,
                          ["Proposta del progetto: i termini sono del titolare del trattamento"],
                          "verificato S quando il titolare ha fissato il termine; durata vuota: si conserva."),
    "disclosure.json": ("Soglie di riservatezza", "2019-01-14", DESIGN,
                        ["G.U. 14 gennaio 2019 n. 11, Allegato 1, art. 5"],
                        "Il minimo di legge è 3; le soglie più alte sono una scelta prudente del progetto."),
}


def write_origins(job: Job) -> None:
    for name, (title, date, licence, sources, done) in TABLES.items():
        path = job.reference / name
        if path.exists():
            write_origin(job, path, title, [{"titolo": s} for s in sources],
                         "Compilata a mano, si corregge nel file. " + done, date, licence)
