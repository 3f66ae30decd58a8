/**
 * Microsoft Project XML. One table for each kind of entity says how its elements are read and written; what the model doesn't
 * hold goes to a ledger and back.
 *
 * <p>The reader follows the "XML Structure for the Project element" pages of Microsoft's Project XML Data Interchange
 * documentation and what real files hold; what it meets and doesn't expect becomes a finding with line and column.
 */
@NullMarked
package dev.plumbline.io.mspdi;

import org.jspecify.annotations.NullMarked;
