package vn.careflow.campaign;

/**
 * One customer of the campaign's records.
 *
 * @param number the row in the file, the first one after the header is 1
 * @param calls how often the customer was called in this campaign
 * @param won whether the customer said yes in the end
 */
record CampaignRow(int number, int calls, boolean won) {
}
