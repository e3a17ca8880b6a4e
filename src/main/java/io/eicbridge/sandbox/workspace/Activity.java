package io.eicbridge.sandbox.workspace;

/**
 * Something that happened to a contact.
 *
 * @param number its place among all activities, from 1
 * @param type {@code created}, {@code role_updated}, {@code merged} or {@code deleted}
 * @param into the contact that it was merged into, null for none
 * @param at Unix second
 */
public record Activity(int number, String type, String contact, String into, long at) {}
