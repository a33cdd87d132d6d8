package vn.careflow.customer;

/**
 * What is wrong with one field.
 *
 * @param field the name of the field as the sender wrote it
 * @param message what is wrong, in Vietnamese
 */
record FieldProblem(String field, String message) {

}
