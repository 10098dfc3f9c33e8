extension Migrations {
  /// The fact tables of migration 9, in the notation of `FactNotation`; frozen like every migration.
  static let remainingFacts = """
    contact
      contact_id text!, contacted_on day!, point_id text, channel text!, comune text,
      person token, reason text, sent_by text, sent_to text, is_first flag, phase text,
      outcome text!, request_id text, is_cancelled flag
    case_file
      case_id text!, person token!, comune text!, user_area text!, opened_on day!,
      closed_on day, closing_reason text, taken_by text, organisations text, short_goals count,
      medium_goals count, long_goals count
    referral
      referral_id text!, referred_on day!, from_provider text!, to_provider text!, person token,
      request_id text, comune text, arrived_on day, outcome text
    waiting_list
      observed_on day!, comune text!, service text!, provider text, waiting count!,
      person token, entered_on day
    match_proposal
      match_id text!, request_id text!, offer_id text, resource_id text, proposed_on day!,
      accepted_on day, outcome text!
    provider_application
      application_id text!, provider text!, applied_on day!, integration_requested_on day,
      integrated_on day, decided_on day, outcome text, first_service_on day, suspended_on day,
      lapsed_on day
    capacity
      observed_on day!, provider text!, service text!, comune text!, authorised_places count,
      accredited_places count, occupied_places count, waiting count, weekly_hours amount
    volunteering
      provider text!, month day!, activity text, volunteers count!, hours amount!,
      training_hours amount, refunds_cents cents
    fundraising
      provider text!, raised_on day!, donor_kind text!, amount_cents cents, goods text,
      quantity amount, unit text, estimated_cents cents, is_restricted flag, programme text,
      donors count
    search_step
      session_id text!, searched_on day!, actor text, point_id text, comune text, step count!,
      node text!, choice text, results count!, chosen_position count, outcome text,
      request_id text
    citizen_resource
      resource_id text!, person token, comune text!, resource_kind text!, service text,
      quantity amount, unit text, starts_on day!, ends_on day
    exchange
      exchange_id text!, exchanged_on day!, donor token!, recipient token!, donor_comune text!,
      recipient_comune text, resource_kind text!, sphere text, service text, hours amount,
      quantity amount, value_cents cents, participants count
    care_request
      care_request_id text!, household token, comune text!, care_kind text!,
      weekly_hours amount, lives_in flag, published_on day!, closed_on day, outcome text
    care_offer
      care_offer_id text!, person token, comune text!, qualification text, weekly_hours amount,
      published_on day!, closed_on day, outcome text
    care_meeting
      meeting_id text!, care_request_id text!, care_offer_id text!, proposed_on day!,
      interviewed_on day, contracted_on day, is_regular flag, ended_on day
    transport_need
      transport_id text!, needed_on day!, origin_comune text!, destination_comune text!,
      reason text, time_band text, needs_aids flag, has_companion flag, is_met flag!, mode text,
      wait_minutes count, cost_cents cents, provider text
    corporate_welfare
      company_id text!, year integer!, employees count, comune text, service text,
      amount_cents cents, deliveries count
    social_spending
      place text!, year integer!, user_area text!, service text, gross_cents cents!,
      user_share_cents cents, health_share_cents cents, spending_source text!
    staff
      place text!, year integer!, profile text!, fte amount!, is_permanent flag
    leps_status
      ats text!, leps text!, observed_on day!, status text!, evidence text
    travel_time
      origin_comune text!, destination_comune text!, minutes amount!
    prevalence
      user_area text!, age_from integer!, age_to integer!, sex text, prevalence amount!,
      lower amount, upper amount, origin text!, year integer!
    award
      cup cup!, cig text, awarded_on day, amount_cents cents, awardee text, role text
    milestone
      cup cup!, code text!, name text, planned_on day!, actual_on day, weight amount
    project
      project_id text!, title text!, call text, lead text!, partners text, comuni text!,
      starts_on day!, ends_on day!, grant_cents cents!, cofunding_cents cents,
      fundraising_goal_cents cents, innovations text
    project_result
      project_id text!, code text!, unit text!, target amount!, value amount!, measured_on day!
    proceeding
      proceeding_id text!, proceeding_kind text!, subject text!, activities text, cup cup,
      started_on day!, announced_on day, concluded_on day, office text
    table_meeting
      proceeding_id text!, held_on day!, provider text!, is_present flag!
    table_proposal
      proceeding_id text!, number text!, proposer_kind text!, provider text, text text!,
      service text, user_area text, status text!, grounds text
    table_observation
      proceeding_id text!, provider text, observation_kind text!, user_area text, service text,
      text text!
    table_decision
      proceeding_id text!, number text!, need text!, decision text!, weight amount,
      responsible text, service text, comuni text, indicator text, target real, due_on day,
      resources_cents cents, status text
    """
}
