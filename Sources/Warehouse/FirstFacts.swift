/// The tables that facts had at first; frozen like every migration.
extension Migrations {
  /// The fact tables of migrations 3 to 5.
  static let firstFacts = [
    "service_request", "service_delivery", "provider", "service_offer", "proximity_point",
    "proximity_access", "population", "intervention", "funding", "payment", "physical_indicator",
  ]

  static let needs = """
    CREATE TABLE service_request (
      key INTEGER PRIMARY KEY,
      request_id TEXT NOT NULL,
      person BLOB CHECK (length(person) = 16),
      household BLOB CHECK (length(household) = 16),
      comune TEXT NOT NULL,
      service_comune TEXT,
      requested_on INTEGER NOT NULL,
      channel TEXT NOT NULL,
      point_id TEXT,
      is_assisted INTEGER,
      actor TEXT,
      service TEXT NOT NULL,
      user_area TEXT,
      birth_year INTEGER,
      sex TEXT,
      citizenship TEXT,
      frailties TEXT,
      urgency TEXT,
      duration TEXT,
      is_first INTEGER,
      first_response_on INTEGER,
      decided_on INTEGER,
      taken_on INTEGER,
      started_on INTEGER,
      closed_on INTEGER,
      has_presumed_dates INTEGER,
      outcome TEXT,
      provider TEXT,
      offer_id TEXT,
      regime TEXT,
      is_free INTEGER,
      is_shared INTEGER,
      needs_transport INTEGER,
      rating INTEGER,
      origin_id TEXT
    ) STRICT;
    CREATE INDEX request_by_origin ON service_request (origin_id) WHERE origin_id IS NOT NULL;

    CREATE TABLE service_delivery (
      key INTEGER PRIMARY KEY,
      delivery_id TEXT NOT NULL,
      request_id TEXT,
      provider TEXT NOT NULL,
      service TEXT NOT NULL,
      user_area TEXT,
      comune TEXT NOT NULL,
      person BLOB CHECK (length(person) = 16),
      delivered_on INTEGER NOT NULL,
      quantity REAL NOT NULL,
      unit TEXT NOT NULL,
      cost_cents INTEGER,
      provider_share_cents INTEGER,
      user_share_cents INTEGER,
      health_share_cents INTEGER,
      volunteer_hours REAL,
      is_remote INTEGER,
      is_shared INTEGER,
      participants INTEGER,
      regime TEXT,
      programme TEXT
    ) STRICT;

    CREATE TABLE proximity_access (
      key INTEGER PRIMARY KEY,
      access_id TEXT NOT NULL,
      point_id TEXT NOT NULL,
      accessed_on INTEGER NOT NULL,
      comune TEXT,
      reason TEXT,
      oriented_services TEXT,
      is_assisted INTEGER,
      not_digitally_autonomous INTEGER,
      age_band TEXT,
      citizenship TEXT,
      minutes INTEGER,
      request_id TEXT,
      outcome TEXT
    ) STRICT;

    CREATE TABLE population (
      key INTEGER PRIMARY KEY,
      comune TEXT NOT NULL,
      year INTEGER NOT NULL,
      age_from INTEGER NOT NULL,
      age_to INTEGER NOT NULL,
      sex TEXT NOT NULL,
      residents INTEGER NOT NULL
    ) STRICT;
    """

  static let offer = """
    CREATE TABLE provider (
      key INTEGER PRIMARY KEY,
      fiscal_code TEXT NOT NULL,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      runts_section TEXT,
      runts_number TEXT,
      registered_on INTEGER,
      comune TEXT NOT NULL,
      served_comuni TEXT,
      activities TEXT,
      volunteers INTEGER,
      employees_fte REAL
    ) STRICT;

    CREATE TABLE service_offer (
      key INTEGER PRIMARY KEY,
      offer_id TEXT NOT NULL,
      provider TEXT NOT NULL,
      service TEXT NOT NULL,
      funnel_path TEXT,
      user_area TEXT,
      title TEXT,
      comuni TEXT NOT NULL,
      is_free INTEGER NOT NULL,
      price_cents INTEGER,
      is_shared INTEGER,
      mode TEXT,
      regime TEXT,
      capacity REAL,
      capacity_unit TEXT,
      status TEXT,
      starts_on INTEGER NOT NULL,
      ends_on INTEGER,
      latitude REAL,
      longitude REAL
    ) STRICT;

    CREATE TABLE proximity_point (
      key INTEGER PRIMARY KEY,
      point_id TEXT NOT NULL,
      name TEXT NOT NULL,
      comune TEXT NOT NULL,
      latitude REAL,
      longitude REAL,
      manager TEXT,
      venue TEXT,
      opened_on INTEGER NOT NULL,
      closed_on INTEGER,
      weekly_hours REAL,
      public_fte REAL,
      third_sector_fte REAL,
      square_metres REAL
    ) STRICT;
    """

  static let programmes = """
    CREATE TABLE intervention (
      key INTEGER PRIMARY KEY,
      cup TEXT NOT NULL CHECK (length(cup) = 15),
      clp TEXT,
      title TEXT NOT NULL,
      mission TEXT,
      component TEXT,
      measure TEXT,
      implementer TEXT,
      comuni TEXT,
      planned_start INTEGER,
      actual_start INTEGER,
      planned_end INTEGER,
      actual_end INTEGER,
      status TEXT
    ) STRICT;

    CREATE TABLE funding (
      key INTEGER PRIMARY KEY,
      cup TEXT NOT NULL CHECK (length(cup) = 15),
      fund TEXT NOT NULL,
      amount_cents INTEGER NOT NULL,
      referred_to INTEGER NOT NULL,
      origin TEXT NOT NULL
    ) STRICT;

    CREATE TABLE payment (
      key INTEGER PRIMARY KEY,
      cup TEXT NOT NULL CHECK (length(cup) = 15),
      fund TEXT,
      paid_on INTEGER NOT NULL,
      amount_cents INTEGER NOT NULL,
      origin TEXT NOT NULL,
      is_cumulative INTEGER NOT NULL CHECK (is_cumulative IN (0, 1))
    ) STRICT;

    CREATE TABLE physical_indicator (
      key INTEGER PRIMARY KEY,
      cup TEXT NOT NULL CHECK (length(cup) = 15),
      code TEXT NOT NULL,
      name TEXT,
      unit TEXT NOT NULL,
      planned REAL NOT NULL,
      achieved REAL NOT NULL,
      referred_to INTEGER NOT NULL,
      sex TEXT,
      age_band TEXT
    ) STRICT;
    """
}
