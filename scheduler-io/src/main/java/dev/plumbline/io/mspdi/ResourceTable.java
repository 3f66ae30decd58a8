package dev.plumbline.io.mspdi;

import dev.plumbline.io.mspdi.ResourceDraft.AvailabilityDraft;
import dev.plumbline.io.mspdi.ResourceDraft.RateDraft;
import dev.plumbline.model.Availability;
import dev.plumbline.model.CostRate;
import java.io.IOException;

/** The elements of a resource and of its parts. */
final class ResourceTable {

    private static final int MOST_ID = Integer.MAX_VALUE;
    private static final int MOST_ROWS = 100_000;

    private static final FieldTable<RateDraft, CostRate> RATE = new FieldTable<RateDraft, CostRate>("Rate")
            .field("RatesFrom", (d, v) -> d.from = v.bound(), r -> DateText.of(r.from()))
            .field("RatesTo", (d, v) -> d.to = v.bound(), r -> DateText.of(r.to()))
            .field("RateTable", (d, v) -> d.table = v.code(0, 4, 0), r -> Texts.code(r.table()))
            .field("StandardRate", (d, v) -> d.standard = Texts.orZero(v.amount()), r -> Texts.number(r.standardRate()))
            .field(
                    "StandardRateFormat",
                    (d, v) -> d.standardFormat = rateFormat(v),
                    r -> Texts.code(Codes.rateCode(r.standardUnit())))
            .field("OvertimeRate", (d, v) -> d.overtime = Texts.orZero(v.amount()), r -> Texts.number(r.overtimeRate()))
            .field(
                    "OvertimeRateFormat",
                    (d, v) -> d.overtimeFormat = rateFormat(v),
                    r -> Texts.code(Codes.rateCode(r.overtimeUnit())))
            .field(
                    "CostPerUse",
                    (d, v) -> d.perUse = Texts.orZero(v.hundredths()),
                    r -> Texts.hundredths(r.costPerUse()));

    private static final FieldTable<AvailabilityDraft, Availability> AVAILABILITY = new FieldTable<
                    AvailabilityDraft, Availability>("AvailabilityPeriod")
            .field("AvailableFrom", (d, v) -> d.from = v.bound(), a -> DateText.of(a.from()))
            .field("AvailableTo", (d, v) -> d.to = v.bound(), a -> DateText.of(a.to()))
            .field(
                    "AvailableUnits",
                    (d, v) -> d.units = v.decimal(0, Held.MOST_UNITS, 1),
                    a -> Texts.number(Held.units(a.units(), Held.MOST_UNITS)));

    static final FieldTable<ResourceDraft, ResourceRow> TABLE = build();

    private ResourceTable() {}

    private static int rateFormat(Value value) {
        return value.minorCode(1, 8, 2);
    }

    private static FieldTable<ResourceDraft, ResourceRow> build() {
        FieldTable<ResourceDraft, ResourceRow> table = new FieldTable<>("Resource");
        identity(table);
        amounts(table);
        rest(table);
        return table;
    }

    private static void identity(FieldTable<ResourceDraft, ResourceRow> table) {
        table.field(
                        "UID",
                        (d, v) -> {
                            d.uid = v.integer(0, MOST_ID, -1);
                            d.uidSpot = v.spot();
                        },
                        ResourceRow::uid)
                .kept("GUID")
                .field("ID", (d, v) -> d.id = v.integer(0, MOST_ID, -1), ResourceRow::row)
                .text("Name", (d, t) -> d.name = t, ResourceRow::name)
                .field("Type", (d, v) -> d.type = v.code(0, 2, 1), ResourceRow::type)
                .field("IsNull", (d, v) -> d.isNull = v.bool(false), r -> "0")
                .text(
                        "Initials",
                        (d, t) -> d.initials = t,
                        r -> Texts.text(r.resource().initials()))
                .kept("Phonetics", "NTAccount")
                .text("MaterialLabel", (d, t) -> d.materialLabel = t, ResourceRow::materialLabel)
                .kept("Code")
                .text(
                        "Group",
                        (d, t) -> d.group = t,
                        r -> Texts.text(r.resource().group()))
                .kept("WorkGroup", "EmailAddress", "Hyperlink", "HyperlinkAddress", "HyperlinkSubAddress")
                .field(
                        "MaxUnits",
                        (d, v) -> d.maxUnits = v.decimal(0, Held.MOST_UNITS, 1),
                        r -> Texts.number(Held.units(r.resource().maxUnits(), Held.MOST_UNITS)));
    }

    private static void amounts(FieldTable<ResourceDraft, ResourceRow> table) {
        table.dropped("PeakUnits", "OverAllocated", "AvailableFrom", "AvailableTo", "Start", "Finish")
                .field(
                        "CanLevel",
                        (d, v) -> d.canLevel = v.bool(true),
                        r -> Texts.bit(r.resource().canLevel()))
                .field(
                        "AccrueAt",
                        (d, v) -> d.accrual = v.minorCode(1, 3, 3),
                        r -> Texts.code(Codes.code(r.resource().accrual())))
                .computed("Work", r -> r.work(TaskWork.Part.TOTAL))
                .dropped("RegularWork")
                .kept("OvertimeWork")
                .computed("ActualWork", r -> r.work(TaskWork.Part.ACTUAL))
                .computed("RemainingWork", r -> r.work(TaskWork.Part.REMAINING))
                .kept("ActualOvertimeWork", "RemainingOvertimeWork")
                .computed("PercentWorkComplete", ResourceRow::percentWorkComplete)
                .field(
                        "StandardRate",
                        (d, v) -> d.current.standard = Texts.orZero(v.amount()),
                        r -> r.rate(CostRate::standardRate))
                .field(
                        "StandardRateFormat",
                        (d, v) -> d.current.standardFormat = rateFormat(v),
                        r -> r.rateFormat(CostRate::standardUnit))
                .kept("Cost")
                .field(
                        "OvertimeRate",
                        (d, v) -> d.current.overtime = Texts.orZero(v.amount()),
                        r -> r.rate(CostRate::overtimeRate))
                .field(
                        "OvertimeRateFormat",
                        (d, v) -> d.current.overtimeFormat = rateFormat(v),
                        r -> r.rateFormat(CostRate::overtimeUnit))
                .kept("OvertimeCost")
                .field("CostPerUse", (d, v) -> d.current.perUse = Texts.orZero(v.hundredths()), ResourceRow::costPerUse)
                .kept("ActualCost", "ActualOvertimeCost", "RemainingCost", "RemainingOvertimeCost")
                .dropped("WorkVariance", "CostVariance", "SV", "CV", "ACWP");
    }

    private static void rest(FieldTable<ResourceDraft, ResourceRow> table) {
        table.field(
                        "CalendarUID",
                        (d, v) -> {
                            d.calendar = v.integer(Integer.MIN_VALUE, MOST_ID, -1);
                            d.calendarSpot = v.spot();
                        },
                        ResourceRow::calendar)
                .text(
                        "Notes",
                        (d, t) -> d.notes = t,
                        r -> Texts.text(r.resource().notes()))
                .dropped("BCWS", "BCWP")
                .field(
                        "IsGeneric",
                        (d, v) -> d.generic = v.bool(false),
                        r -> Texts.bit(r.resource().generic()))
                .field(
                        "IsInactive",
                        (d, v) -> d.inactive = v.bool(false),
                        r -> Texts.bit(!r.resource().active()))
                .kept("IsEnterprise")
                .field(
                        "BookingType",
                        (d, v) -> d.booking = v.minorCode(0, 2, 0),
                        r -> Texts.bit(r.resource().proposed()))
                .kept("ActualWorkProtected", "ActualOvertimeWorkProtected", "ActiveDirectoryGUID", "CreationDate")
                .kept("ExtendedAttribute", "Baseline", "OutlineCode", "CostCenter")
                .field("IsCostResource", (d, v) -> d.cost = v.bool(false), ResourceRow::isCost)
                .kept("AssnOwner", "AssnOwnerGuid")
                .field(
                        "IsBudget",
                        (d, v) -> d.budget = v.bool(false),
                        r -> Texts.bit(r.resource().budget()))
                .part("AvailabilityPeriods", ResourceTable::availability, ResourceTable::writeAvailability)
                .part("Rates", ResourceTable::rates, ResourceTable::writeRates)
                .kept("TimephasedData");
    }

    private static void availability(ResourceDraft resource, DocumentReader document) throws IOException {
        document.each("AvailabilityPeriod", () -> {
            document.checkCount(resource.availability.size(), MOST_ROWS, "LIMIT_AVAILABILITY", "availability periods");
            AvailabilityDraft draft = new AvailabilityDraft();
            draft.spot = document.xml().spot();
            document.plain(AVAILABILITY, draft);
            resource.availability.add(draft);
        });
    }

    private static void rates(ResourceDraft resource, DocumentReader document) throws IOException {
        document.each("Rate", () -> {
            document.checkCount(resource.rates.size(), MOST_ROWS, "LIMIT_RATES", "rates");
            RateDraft draft = new RateDraft();
            document.plain(RATE, draft);
            resource.rates.add(draft);
        });
    }

    private static void writeAvailability(ResourceRow row, XmlOut out) throws IOException {
        if (row.resource().availability().isEmpty()) {
            return;
        }
        out.start("AvailabilityPeriods");
        for (Availability period : row.resource().availability()) {
            out.start("AvailabilityPeriod");
            EntityWriter.write(AVAILABILITY, period, Kept.NOTHING, out);
            out.end("AvailabilityPeriod");
        }
        out.end("AvailabilityPeriods");
    }

    private static void writeRates(ResourceRow row, XmlOut out) throws IOException {
        if (row.resource().rates().isEmpty()) {
            return;
        }
        out.start("Rates");
        for (CostRate rate : row.resource().rates()) {
            out.start("Rate");
            EntityWriter.write(RATE, rate, Kept.NOTHING, out);
            out.end("Rate");
        }
        out.end("Rates");
    }
}
