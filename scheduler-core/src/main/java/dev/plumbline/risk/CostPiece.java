package dev.plumbline.risk;

/**
 * A part of the plan's cost that varies: an amount, times how its activity's duration turns out, times a drawn row, where the gates
 * are open.
 *
 * @param kind whether an activity or a risk costs it
 * @param name the id of that
 * @param amount the planned amount, or 1 where the row is the amount
 * @param duration the number of the uncertain duration that it grows with, or -1
 * @param row the number of a row that multiplies it, or -1
 * @param gates the numbers of rows that are 1 where it is spent at all
 */
@SuppressWarnings("ArrayRecordComponent") // made once, then only read
record CostPiece(Contribution.Kind kind, String name, double amount, int duration, int row, int[] gates) {}
