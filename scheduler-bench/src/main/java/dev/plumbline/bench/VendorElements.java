package dev.plumbline.bench;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Adds the elements that Microsoft Project writes and the model does not hold to a document with one element a line: global
 * ids, views, earned value, custom fields and the baseline's work by day.
 */
final class VendorElements extends FilterOutputStream {

    private static final String MARGIN = "      ";
    private static final String[] TASK = {
        "<CreateDate>2026-01-05T09:30:00</CreateDate>",
        "<ResumeValid>0</ResumeValid>",
        "<OverAllocated>0</OverAllocated>",
        "<DisplayAsSummary>0</DisplayAsSummary>",
        "<IsSubproject>0</IsSubproject>",
        "<IsSubprojectReadOnly>0</IsSubprojectReadOnly>",
        "<StartVariance>0</StartVariance>",
        "<FinishVariance>0</FinishVariance>",
        "<WorkVariance>2400000.00</WorkVariance>",
        "<OvertimeCost>0</OvertimeCost>",
        "<OvertimeWork>PT0H0M0S</OvertimeWork>",
        "<ActualCost>0</ActualCost>",
        "<ActualOvertimeCost>0</ActualOvertimeCost>",
        "<ActualOvertimeWork>PT0H0M0S</ActualOvertimeWork>",
        "<RegularWork>PT40H0M0S</RegularWork>",
        "<RemainingCost>160000</RemainingCost>",
        "<RemainingOvertimeCost>0</RemainingOvertimeCost>",
        "<RemainingOvertimeWork>PT0H0M0S</RemainingOvertimeWork>",
        "<ACWP>0.00</ACWP>",
        "<CV>0.00</CV>",
        "<HideBar>0</HideBar>",
        "<Rollup>0</Rollup>",
        "<BCWS>0.00</BCWS>",
        "<BCWP>0.00</BCWP>",
        "<EarnedValueMethod>0</EarnedValueMethod>",
        "<ActualWorkProtected>PT0H0M0S</ActualWorkProtected>",
        "<ActualOvertimeWorkProtected>PT0H0M0S</ActualOvertimeWorkProtected>",
        custom("188743731", "Engineering & design"),
        custom("188743734", "Contractor"),
        custom("188743767", "12.5"),
        "<IsPublished>1</IsPublished>",
        "<CommitmentType>0</CommitmentType>"
    };
    private static final String[] ASSIGNMENT = {
        "<ActualCost>0</ActualCost>",
        "<ActualOvertimeCost>0</ActualOvertimeCost>",
        "<ActualOvertimeWork>PT0H0M0S</ActualOvertimeWork>",
        "<ACWP>0.00</ACWP>",
        "<Confirmed>0</Confirmed>",
        "<RateScale>0</RateScale>",
        "<CostVariance>0.00</CostVariance>",
        "<CV>0.00</CV>",
        "<FinishVariance>0</FinishVariance>",
        "<WorkVariance>0.00</WorkVariance>",
        "<LinkedFields>0</LinkedFields>",
        "<Milestone>0</Milestone>",
        "<Overallocated>0</Overallocated>",
        "<OvertimeCost>0</OvertimeCost>",
        "<PeakUnits>1</PeakUnits>",
        "<RemainingCost>160000</RemainingCost>",
        "<RemainingOvertimeCost>0</RemainingOvertimeCost>",
        "<RemainingOvertimeWork>PT0H0M0S</RemainingOvertimeWork>",
        "<ResponsePending>0</ResponsePending>",
        "<StartVariance>0</StartVariance>",
        "<Summary>0</Summary>",
        "<SV>0.00</SV>",
        "<UpdateNeeded>0</UpdateNeeded>",
        "<VAC>0.00</VAC>",
        "<BCWS>0.00</BCWS>",
        "<BCWP>0.00</BCWP>",
        "<ActualWorkProtected>PT0H0M0S</ActualWorkProtected>",
        "<ActualOvertimeWorkProtected>PT0H0M0S</ActualOvertimeWorkProtected>",
        "<CreationDate>2026-01-05T09:30:00</CreationDate>",
        "<BudgetCost>0</BudgetCost>",
        "<BudgetWork>PT0H0M0S</BudgetWork>"
    };

    private byte[] line = new byte[1024];
    private int length;
    private long number;

    VendorElements(OutputStream out) {
        super(out);
    }

    private static String custom(String field, String value) {
        return "<ExtendedAttribute>\n" + MARGIN + "  <FieldID>" + field + "</FieldID>\n" + MARGIN + "  <Value>"
                + value.replace("&", "&amp;") + "</Value>\n" + MARGIN + "</ExtendedAttribute>";
    }

    @Override
    public void write(int b) throws IOException {
        if (length == line.length) {
            line = Arrays.copyOf(line, 2 * length);
        }
        line[length++] = (byte) b;
        if (b == '\n') {
            endLine();
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        for (int i = offset; i < offset + count; i++) {
            write(bytes[i]);
        }
    }

    private void endLine() throws IOException {
        if (is("    </Task>\n")) {
            add(TASK);
        } else if (is("    </Assignment>\n")) {
            add(ASSIGNMENT);
        }
        out.write(line, 0, length);
        if (is("    <Task>\n") || is("    <Assignment>\n")) {
            number++;
            print(MARGIN + "<GUID>%08X-56A6-E611-B387-001E4F968FD4</GUID>\n".formatted(number));
        }
        length = 0;
    }

    private boolean is(String text) {
        if (length != text.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (line[i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void add(String[] elements) throws IOException {
        for (String element : elements) {
            print(MARGIN + element + "\n");
        }
    }

    private void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
