"""A second computation of taxes, origin and refunds: fractions, written from the formulas of conformance/models and from the
sources that the rulebooks cite, without a line of the product. `python3 compute.py` writes models.json and decisions.json."""
import json, random
from datetime import date, timedelta
from fractions import Fraction as F

chance = random.Random(20261122)


def f(x):
    return F(str(x))


# --- models: nothing is rounded ---------------------------------------------------------------------------------------
def n(i, name, default=0):
    v = i.get(name)
    return f(default if v is None else v)


def import_tax(i):
    p = i["procedure"]
    total = lambda g: sum((f(v) for v in (i.get(g) or {}).values()), F(0))
    out = {}
    if p != "lateFee":
        both = i.get("freightAndInsurance")
        if i.get("dutiableValue") is not None:
            dv = f(i["dutiableValue"])
        elif p == "import":
            base = n(i, "price") - total("deductions")
            if both is None:
                ins = f(i["insurance"]) if i.get("insurance") is not None else n(i, "insuranceRate", "0.003") * (base + n(i, "freight"))
                out["insurance"] = ins
                carried = n(i, "freight") + ins
            else:
                carried = f(both)
            dv = base + carried + total("additions")
        elif p == "outwardRepair":
            dv = n(i, "repairFee") + n(i, "partsFee")
        elif p == "outwardProcessing":
            dv = n(i, "processingFee") + n(i, "materialsFee") + (f(both) if both is not None else n(i, "freight") + n(i, "insurance"))
        elif p == "leaseBuyOut":
            dv = n(i, "customsAssessedValue")
        else:
            dv = n(i, "price") - total("deductions")
            if i.get("priceIncludesExportDuty"):
                dv /= 1 + n(i, "dutyRate")
        duty = dv * n(i, "dutyRate")
        comp = (dv + duty) / (1 - n(i, "consumptionTaxRate"))
        ct, vat = comp * n(i, "consumptionTaxRate"), comp * n(i, "vatRate")
        tax = duty + ct + vat
        out |= {"dutiableValue": dv, "customsDuty": duty, "consumptionTax": ct, "importVat": vat, "totalTax": tax,
                "vehiclePurchaseTax": comp * n(i, "vehiclePurchaseTaxRate") * n(i, "vehiclesForOwnUse", 1)}
    else:
        tax = n(i, "taxDue")
        out["totalTax"] = tax
    if i.get("paidDate") is not None:
        if i.get("paymentDeadline") is not None:
            due = date.fromisoformat(i["paymentDeadline"])
        else:
            due = date.fromisoformat(i["noticeDate"]) + timedelta(days=int(n(i, "paymentPeriodDays", 15)) - 1)
        late = max(0, (date.fromisoformat(i["paidDate"]) - due).days)
        fee = tax * n(i, "lateFeeRatePerDay", "0.0005") * late
        out |= {"paymentDeadline": due.isoformat(), "daysLate": late, "lateFee": fee, "totalPayable": tax + fee}
    return out


LOW = {"book", "computer", "camera", "food", "medicine", "goldOrSilver", "furniture", "toy"}
HIGH = {"tobacco", "alcohol", "jewellery", "golf"}


def item_rate(x):
    if x.get("rate") is not None:
        return f(x["rate"])
    c = x.get("category")
    if c in LOW:
        return f("0.13")
    if c in HIGH or (c == "watch" and f(x["value"]) >= 10000):
        return f("0.5")
    if c == "cosmetics" and f(x["value"]) >= (15 if x["quantityUnit"] == "piece" else 10) * f(x["quantity"]):
        return f("0.5")
    return f("0.2")


def traveller_tax(i):
    items = i["items"]
    values, rates = [f(x["value"]) for x in items], [item_rate(x) for x in items]
    total = sum(values, F(0))
    if i["channel"] == "parcel":
        tax = sum((v * r for v, r in zip(values, rates)), F(0))
        free = tax <= n(i, "minimumTax", 50)
        return {"totalValue": total, "assessedTax": tax, "exempt": free, "taxPayable": F(0) if free else tax}
    left = f(i["allowance"])
    order = sorted(range(len(items)), key=lambda k: -rates[k]) if i.get("allowanceFill") == "highestRateFirst" else range(len(items))
    taxed = [F(0)] * len(items)
    if total <= left:
        left -= total
    else:
        for k in order:
            if items[k].get("indivisible") and values[k] > left:
                taxed[k] = values[k]
            else:
                used = min(left, values[k])
                left, taxed[k] = left - used, values[k] - used
    tax = [t * r for t, r in zip(taxed, rates)]
    return {"totalValue": total, "taxableValue": sum(taxed, F(0)), "itemTax": tax, "allowanceLeft": left, "taxPayable": sum(tax, F(0))}


def export_refund(i):
    gap = f(i["vatRate"]) - f(i["refundRate"])
    bonded, fob = n(i, "bondedMaterials"), f(i["exportSalesFob"])
    bad = fob * gap - bonded * gap
    payable = f(i["domesticSales"]) * f(i["vatRate"]) - (f(i["inputVat"]) - bad) - f(i["openingCredit"])
    limit = (fob - bonded) * f(i["refundRate"])
    refund = F(0) if payable >= 0 else min(-payable, limit)
    return {"nonCreditableReduction": bonded * gap, "nonCreditableVat": bad, "vatPayable": payable, "refundLimitReduction": bonded * f(i["refundRate"]),
            "refundLimit": limit, "refund": refund, "exemptedCredit": limit - refund, "creditCarriedForward": max(F(0), -payable - refund)}


LIMITS = {"land": [("2010-07-01", 1500, 50), ("2019-01-01", 500, 25), ("2022-05-01", 1000, 31), ("2024-04-01", 500, 25)],
          "air": [("2010-07-01", 10000, 50)], "post": [("2020-01-01", 200, 31)]}


def personal_goods(i):
    post = i.get("mode") == "post"
    if i.get("freeValue") is not None:
        fv, fw, post = f(i["freeValue"]), f(i["freeWeight"]), False
    else:
        fv, fw = [(F(v), F(w)) for day, v, w in LIMITS[i["mode"]] if day <= i["date"]][-1]
    ev, ew = max(F(0), f(i["value"]) - fv), max(F(0), f(i["weight"]) - fw)
    rate, least = n(i, "rate", "0.15" if post else "0.3"), n(i, "minimumPerKilogram", 2 if post else 4)
    return {"freeValue": fv, "freeWeight": fw, "excessValue": ev, "excessWeight": ew, "duty": max(rate * ev, least * ew)}


def origin(i):
    m = i["method"]
    if m == "deMinimis":
        a, b = ("nonQualifyingWeight", "goodWeight") if i.get("basis") == "weight" else ("nonQualifyingMaterials", "fobValue")
        s = f(i[a]) / f(i[b]) * 100
        return {"nonQualifyingShare": s, "qualifies": s <= n(i, "threshold", 10)}
    if m == "maximumNonOriginating":
        s = f(i["nonOriginatingMaterials"]) / f(i["exWorksPrice"]) * 100
        return {"nonOriginatingShare": s, "qualifies": s <= f(i["threshold"])}
    out = {}
    if m == "cumulation":
        v = n(i, "localMaterials") + n(i, "beneficiaryMaterials") + n(i, "directCosts") + min(n(i, "donorMaterials"), n(i, "donorCapShare") * f(i["appraisedValue"]))
        out["qualifyingValue"], s = v, v / f(i["appraisedValue"]) * 100
    elif m == "buildUp":
        s = sum(n(i, k) for k in ("originatingMaterials", "directLabour", "directOverhead", "profit", "otherCosts")) / f(i["fobValue"]) * 100
    else:
        whole = f(i["netCost" if m == "netCost" else "fobValue"])
        s = (whole - f(i["nonOriginatingMaterials"])) / whole * 100
    return out | {"regionalValueContent": s, "qualifies": s >= f(i["threshold"])}


def write_off(i):
    unit = f(i["netConsumption"]) / (1 - f(i["lossRate"]))
    share, q = n(i, "bondedShare", 1), f(i["exportQuantity"])
    used = q * unit * share
    left = f(i["importedQuantity"]) - used - n(i, "returnedQuantity") - n(i, "destroyedQuantity") - n(i, "transferredQuantity")
    return {"unitConsumption": unit, "theoreticalConsumption": used, "processLossQuantity": q * (unit - f(i["netConsumption"])) * share,
            "remainingQuantity": left, "shortfall": left < 0}


def t(allowance, *items, fill=None):
    return {"channel": "traveller", "allowance": allowance, "items": list(items)} | ({"allowanceFill": fill} if fill else {})


def x(value, rate=None, whole=None, **more):
    return {"value": value} | ({"rate": rate} if rate is not None else {}) | ({"indivisible": whole} if whole is not None else {}) | more


LATE = {"procedure": "lateFee", "taxDue": 50000}
MODELS = {
    "cn-import-tax": (import_tax, {
        "nothing but a procedure": {"procedure": "import"},
        "nulls are missing amounts": {"procedure": "import", "price": 1000, "freight": None, "insurance": None, "dutyRate": None, "deductions": None, "additions": None},
        "insurance known to be nothing": {"procedure": "import", "price": 1000, "freight": 100, "insurance": 0, "dutyRate": 0.1},
        "another rate of unknown insurance, additions stay out": {"procedure": "import", "price": 1000, "freight": 100, "insuranceRate": 0.01, "additions": {"royalty": 500}, "dutyRate": 0.1},
        "a rate of nothing for unknown insurance": {"procedure": "import", "price": 1000, "freight": 100, "insuranceRate": 0, "dutyRate": 0.1},
        "one sum goes before freight and insurance": {"procedure": "import", "price": 1000, "freight": 70, "insurance": 30, "freightAndInsurance": 50, "dutyRate": 0.1},
        "deductions of several names": {"procedure": "import", "price": 900.9, "deductions": {"installation": 100.1, "assembly": 50.25, "training": 0.55}, "freightAndInsurance": 0, "dutyRate": 0.07},
        "a settled value stands whatever else is said": {"procedure": "import", "dutiableValue": 0, "price": 5000, "freight": 10, "dutyRate": 0.2, "vatRate": 0.13},
        "a settled value of null is none": {"procedure": "import", "dutiableValue": None, "price": 5000, "insurance": 0, "dutyRate": 0.2},
        "a settled value for a repair": {"procedure": "outwardRepair", "dutiableValue": 700, "repairFee": 80, "dutyRate": 0.1},
        "all taxes on one good": {"procedure": "import", "price": 333333.33, "freight": 1234.56, "insurance": None, "dutyRate": 0.065, "consumptionTaxRate": 0.56, "vatRate": 0.13},
        "cars for own use, none of them": {"procedure": "import", "dutiableValue": 100000, "dutyRate": 0.15, "consumptionTaxRate": 0.25, "vatRate": 0.13, "vehiclePurchaseTaxRate": 0.1, "vehiclesForOwnUse": 0},
        "replacements of broken goods": {"procedure": "import", "price": 1000, "insurance": 3, "freeReplacementValue": 250, "dutyRate": 0.1, "vatRate": 0.09},
        "an export without its own duty inside": {"procedure": "export", "price": 121000, "deductions": {"installation": 1000}, "freight": 5000, "insurance": 40, "dutyRate": 0.1},
        "an export with its own duty inside": {"procedure": "export", "price": 130000, "priceIncludesExportDuty": True, "dutyRate": 0.3, "noticeDate": "2024-01-01", "paidDate": "2024-01-20"},
        "a repair abroad whose freight does not count": {"procedure": "outwardRepair", "repairFee": 1000.5, "partsFee": 200.25, "freight": 99, "insurance": 9, "dutyRate": 0.12, "vatRate": 0.13},
        "processing abroad, freight and insurance apart, one unknown": {"procedure": "outwardProcessing", "processingFee": 700, "materialsFee": 300, "freight": 55.5, "insurance": None, "dutyRate": 0.08, "vatRate": 0.13},
        "a lease bought out, nothing assessed": {"procedure": "leaseBuyOut", "agreedPrice": 450000, "dutyRate": 0.05},
        "late over the leap day": LATE | {"noticeDate": "2024-02-15", "paidDate": "2024-03-01"},
        "late over a common February": LATE | {"noticeDate": "2023-02-15", "paidDate": "2023-03-02"},
        "late over a new year": LATE | {"noticeDate": "2024-12-20", "paidDate": "2025-01-10", "lateFeeRatePerDay": 0.001},
        "paid on the last day": LATE | {"noticeDate": "2025-05-01", "paidDate": "2025-05-15"},
        "paid a day after the last": LATE | {"noticeDate": "2025-05-01", "paidDate": "2025-05-16"},
        "paid before the notice": LATE | {"noticeDate": "2025-05-01", "paidDate": "2025-04-01"},
        "a deadline that is given": LATE | {"noticeDate": "2025-05-01", "paymentDeadline": "2025-06-30", "paidDate": "2025-07-02"},
        "one day to pay": LATE | {"noticeDate": "2025-05-01", "paymentPeriodDays": 1, "paidDate": "2025-05-02"},
        "years late": LATE | {"noticeDate": "2016-02-29", "paidDate": "2025-02-28"},
        "no tax at all, late": {"procedure": "lateFee", "noticeDate": "2025-05-01", "paidDate": "2025-06-16"},
    }),
    "cn-traveller-tax": (traveller_tax, {
        "nothing carried": t(8000),
        "exactly the allowance in tenths": t(0.3, x(0.1, 0.2), x(0.2, 0.5)),
        "one fen above the allowance": t(8000, x(8000.01, 0.2)),
        "no allowance": t(0, x(100, 0.13), x(100, 0.5, True)),
        "an indivisible article that just fits": t(8000, x(3000, 0.2), x(5000, 0.5, True), x(0.01, 0.5)),
        "an indivisible article a fen too dear": t(8000, x(3000, 0.2), x(5000.01, 0.5, True), x(5000, 0.13)),
        "all together within, though one is indivisible": t(8000, x(8000, 0.5, True)),
        "the dearest rate first": t(5000, x(4000, 0.13), x(4000, 0.5), x(4000, 0.2), fill="highestRateFirst"),
        "equal rates keep their order": t(5000, x(3000, 0.2), x(4000, 0.2, True), x(3000, 0.2), fill="highestRateFirst"),
        "the order of the list when it is asked for": t(5000, x(4000, 0.13), x(4000, 0.5), fill="asListed"),
        "a rate goes before a category": t(0, x(100, 0, category="tobacco"), x(100, 0.3, category="cosmetics")),
        "a category that no list names": t(0, x(100, category="umbrella"), x(100)),
        "every category of the lower class": t(0, *[x(100, category=c) for c in sorted(LOW)]),
        "every category of the upper class": t(0, *[x(100, category=c) for c in sorted(HIGH)]),
        "watches on both sides of the line": t(0, x(9999.99, category="watch"), x(10000, category="watch")),
        "cosmetics on both sides of the line": t(0, x(300, category="cosmetics", quantity=30, quantityUnit="millilitre"), x(299.99, category="cosmetics", quantity=30, quantityUnit="gram"),
                                              x(45, category="cosmetics", quantity=3, quantityUnit="piece"), x(44.99, category="cosmetics", quantity=3, quantityUnit="piece")),
        "cosmetics at ten a millilitre that doubles miss": t(0, x(0.7, category="cosmetics", quantity=0.07, quantityUnit="millilitre"), x(4.1, category="cosmetics", quantity=0.41, quantityUnit="gram")),
        "a parcel of exactly fifty": {"channel": "parcel", "items": [x(250, 0.2)]},
        "a parcel whose tenths make fifty": {"channel": "parcel", "items": [x(100.1, 0.1), x(199.95, 0.2)]},
        "a parcel a fen above": {"channel": "parcel", "items": [x(100, category="alcohol"), x(0.1, 0.2)]},
        "a parcel without a least tax": {"channel": "parcel", "items": [x(1, category="book")], "minimumTax": 0},
        "a parcel whose least tax is not said": {"channel": "parcel", "items": [x(380, category="food")], "minimumTax": None},
        "an empty parcel": {"channel": "parcel", "items": []},
    }),
    "cn-vat-export-refund": (export_refund, {
        k: {"exportSalesFob": a, "domesticSales": b, "inputVat": c, "openingCredit": d, "vatRate": v, "refundRate": r} | ({} if e is None else {"bondedMaterials": e})
        for k, (a, b, c, d, e, v, r) in {
            "nothing at all": (0, 0, 0, 0, None, 0.13, 0.13),
            "tax is payable, nothing is refunded": (100000, 900000, 20000, 0, None, 0.13, 0.09),
            "exactly nothing is payable": (100000, 100000, 17000, 0, None, 0.13, 0.09),
            "the credit is exactly the limit": (100000, 0, 13000, 0, None, 0.13, 0.09),
            "the credit is a yuan above the limit": (100000, 0, 13001, 0, None, 0.13, 0.09),
            "nothing is lost where the rates are equal": (200000, 50000, 30000, 1000, 60000, 0.13, 0.13),
            "nothing is refunded at a rate of nothing": (200000, 50000, 40000, 1000, 60000, 0.13, 0),
            "bonded materials take up all of the export": (80000, 0, 5000, 0, 80000, 0.13, 0.09),
            "bonded materials of null": (80000, 0, 12000.55, 0.45, None, 0.16, 0.1),
            "only a credit brought forward": (50000, 0, 0, 9000, None, 0.13, 0.05),
        }.items()}),
    "eaeu-personal-goods": (personal_goods, {
        **{f"by {m} on {d}": {"mode": m, "date": d, "value": v, "weight": w} for m, d, v, w in [
            ("land", "2010-07-01", 1500.01, 50), ("land", "2018-12-31", 1500, 50.5), ("land", "2019-01-01", 1500, 50.5), ("land", "2022-03-31", 999.99, 31), ("land", "2022-05-01", 1000, 31),
            ("land", "2024-03-31", 1000.01, 31.001), ("land", "2024-04-01", 1000.01, 31.001), ("land", "2026-12-31", 500, 25), ("air", "2010-07-01", 10000, 50.01), ("air", "2030-01-01", 10003, 50),
            ("post", "2020-01-01", 200.01, 31), ("post", "2023-06-15", 200, 40), ("post", "2023-06-15", 300, 38.5)]},
        "both roads cost the same": {"freeValue": 500, "freeWeight": 25, "value": 540, "weight": 28},
        "another rate and another least charge": {"freeValue": 1000, "freeWeight": 31, "value": 1010, "weight": 41, "rate": 0.5, "minimumPerKilogram": 0.25},
        "nothing is free": {"freeValue": 0, "freeWeight": 0, "value": 0.1, "weight": 0.3},
        "nothing is carried": {"mode": "land", "date": "2025-01-01", "value": 0, "weight": 0},
        "a rate of its own by post": {"mode": "post", "date": "2024-01-01", "value": 260, "weight": 40, "rate": 0.3, "minimumPerKilogram": 4},
    }),
    "origin-rvc": (origin, {
        "a third, asked for a third in decimals": {"method": "buildDown", "fobValue": 300, "nonOriginatingMaterials": 200, "threshold": 33.3333333333},
        "nothing is foreign": {"method": "buildDown", "fobValue": 0.01, "nonOriginatingMaterials": 0, "threshold": 100},
        "more is foreign than the good is worth": {"method": "buildDown", "fobValue": 100, "nonOriginatingMaterials": 130, "threshold": 40},
        "exactly at a limit of tenths": {"method": "buildDown", "fobValue": 1.1, "nonOriginatingMaterials": 0.66, "threshold": 40},
        "a fen below the limit": {"method": "buildDown", "fobValue": 10000, "nonOriginatingMaterials": 6000.01, "threshold": 40},
        "built up from one part alone": {"method": "buildUp", "fobValue": 700, "directLabour": 280, "threshold": 40},
        "built up from nulls": {"method": "buildUp", "fobValue": 700, "originatingMaterials": 100, "profit": None, "otherCosts": None, "threshold": 40},
        "net cost at its limit": {"method": "netCost", "netCost": 8000, "nonOriginatingMaterials": 4000, "threshold": 50},
        "a donor exactly at its cap": {"method": "cumulation", "appraisedValue": 1000, "localMaterials": 100, "donorMaterials": 150, "donorCapShare": 0.15, "directCosts": 100, "threshold": 35},
        "a donor above its cap, a third country": {"method": "cumulation", "appraisedValue": 1000, "beneficiaryMaterials": 99.99, "donorMaterials": 700, "donorCapShare": 0.15, "directCosts": 100, "thirdCountryMaterials": 500, "threshold": 35},
        "no donor": {"method": "cumulation", "appraisedValue": 1000, "localMaterials": 350, "threshold": 35},
        "the European share at its limit": {"method": "maximumNonOriginating", "exWorksPrice": 3.3, "nonOriginatingMaterials": 1.32, "threshold": 40},
        "the European share above it": {"method": "maximumNonOriginating", "exWorksPrice": 250, "nonOriginatingMaterials": 100.01, "threshold": 40},
        "tolerance by value at its limit": {"method": "deMinimis", "basis": "value", "fobValue": 0.7, "nonQualifyingMaterials": 0.07},
        "tolerance by weight at its limit": {"method": "deMinimis", "basis": "weight", "goodWeight": 2.3, "nonQualifyingWeight": 0.23},
        "tolerance by weight above it": {"method": "deMinimis", "basis": "weight", "goodWeight": 1000, "nonQualifyingWeight": 100.001},
        "another tolerance": {"method": "deMinimis", "basis": "value", "fobValue": 1000, "nonQualifyingMaterials": 71, "threshold": 7},
    }),
    "processing-write-off": (write_off, {
        "nothing is lost": {"netConsumption": 1.25, "lossRate": 0, "exportQuantity": 800, "importedQuantity": 1000},
        "half of the material is bonded": {"netConsumption": 0.9, "lossRate": 0.1, "exportQuantity": 300, "importedQuantity": 150, "bondedShare": 0.5},
        "none of it is bonded": {"netConsumption": 0.9, "lossRate": 0.1, "exportQuantity": 300, "importedQuantity": 0, "bondedShare": 0},
        "a shortfall of a gram": {"netConsumption": 0.3, "lossRate": 0.25, "exportQuantity": 1000, "importedQuantity": 399.999},
        "used up to the last gram in tenths": {"netConsumption": 0.7, "lossRate": 0.3, "exportQuantity": 3, "importedQuantity": 3.3, "returnedQuantity": 0.1, "destroyedQuantity": 0.1, "transferredQuantity": 0.1},
        "nothing is exported": {"netConsumption": 2, "lossRate": 0.5, "exportQuantity": 0, "importedQuantity": 10, "returnedQuantity": 10},
    }),
}


# --- decisions: money in fen, each rounding where the rule says so -----------------------------------------------------
def half_up(v):
    q = abs(v) * 100
    whole = q.numerator // q.denominator + (1 if (q - q.numerator // q.denominator) * 2 >= 1 else 0)
    return F(whole if v >= 0 else -whole, 100)


def money(v):
    sign, cents = ("-" if v < 0 else ""), abs(v) * 100
    assert cents.denominator == 1
    return f"{sign}{int(cents) // 100}.{int(cents) % 100:02d}"


def d_import(q):
    m = {k: f(v) for k, v in q.items() if k not in ("duty_kind", "vat_class", "insurance")}
    base = max(F(0), m["price"] - m["inside_price"])
    ins = f(q["insurance"]) if "insurance" in q else half_up((base + m["freight"]) * F(3, 1000))
    dv = base + m["freight"] + ins + m["additions"]
    by_value, by_unit = half_up(dv * m["duty_rate"]), m["duty_per_unit"] * m["quantity"]
    duty = {"ad_valorem": by_value, "specific": by_unit, "compound": by_value + by_unit}[q["duty_kind"]]
    comp = half_up((dv + duty + m["consumption_per_unit"] * m["quantity"]) / (1 - m["consumption_rate"]))
    vat = half_up(comp * {"standard": F(13, 100), "reduced": F(9, 100), "none": F(0)}[q["vat_class"]])
    tax, late = comp - dv + vat, max(0, int(m["days_after_issue"]) - 15 + 1)
    return {"dutiable_value": money(dv), "duty": money(duty), "consumption_tax": money(comp - dv - duty), "vat": money(vat), "total_tax": money(tax),
            "days_late": late, "late_fee": money(half_up(tax * late * F(5, 10000)))}


def d_refund(q):
    m = {k: f(v) for k, v in q.items()}
    gap = m["vat_rate"] - m["refund_rate"]
    bad = half_up(m["export_sales"] * gap) - half_up(m["bonded_materials"] * gap)
    payable = half_up(m["domestic_sales"] * m["vat_rate"]) - (m["input_vat"] - bad) - m["opening_credit"]
    credit, limit = max(F(0), -payable), max(F(0), half_up(m["export_sales"] * m["refund_rate"]) - half_up(m["bonded_materials"] * m["refund_rate"]))
    refund = min(credit, limit)
    return {k: money(v) for k, v in {"non_creditable": bad, "payable": payable, "limit": limit, "refund": refund, "exempted_credit": limit - refund, "carried_forward": credit - refund}.items()}


def d_parcel(q):
    tax = half_up(f(q["lower_value"]) * F(13, 100) + f(q["middle_value"]) * F(1, 5) + f(q["upper_value"]) * F(1, 2))
    return {"assessed": money(tax), "exempt": tax <= 50, "payable": money(F(0) if tax <= 50 else tax)}


RATES = [("2012-04-18", 10, 20, 50), ("2016-04-08", 15, 30, 60), ("2018-11-01", 15, 25, 50), ("2019-04-09", 13, 20, 50)]
QUOTA = {"cigarettes": 400, "cigars": 100, "tobacco": 500, "alcohol": 1500}


def d_traveller(q, day):
    hk = q["arrives_from"] == "hk_macao"
    limit = (12000 if day >= "2024-07-01" else 5000) if hk and q["traveller"] == "resident" else {"resident": 5000, "non_resident": 2000}[q["traveller"]]
    left, v, c = max(F(0), limit - f(q.get("free_before", 0))), f(q["value"]), q["category"]
    dear = (c == "watch" and v >= 10000) or (c == "cosmetics" and v >= (15 if q["unit"] == "piece" else 10) * q["quantity"])
    cls = "lower" if c in {"book", "computer", "camera", "food", "medicine", "gold_or_silver", "furniture", "toy"} else \
        "upper" if c in {"cigarettes", "cigars", "tobacco", "alcohol", "jewellery", "golf"} or dear else "middle"
    free = F(0) if q["never_exempt"] or (q["indivisible"] and v > left) else min(v, left)
    rate = F([r for r in RATES if r[0] <= day][-1][{"lower": 1, "middle": 2, "upper": 3}[cls]], 100)
    quota = QUOTA[c] // (2 if hk else 1) if c in QUOTA else q["quantity"]
    return {"rate_class": cls, "duty_free": money(free), "taxable": money(v - free), "tax": money(half_up((v - free) * rate)), "over_quota": q["quantity"] > quota}


def d_goods(q, day):
    land = [(F(a), F(b)) for d, a, b in [("2010-07-01", 1500, 50), ("2019-01-01", 500, 25), ("2022-04-15", 1000, 31), ("2024-04-01", 500, 25)] if d <= day][-1]
    way, v, kg = q["carriage"], f(q["value"]), f(q["mass"].split()[0])
    fv, fw = {"land": land, "air": (F(10000), F(50)), "post": (F(200), F(31)), "ecommerce": (F(200), None)}[way]
    ev = max(F(0), v - fv)
    ew = (kg if ev > 0 else F(0)) if fw is None else max(F(0), kg - fw)
    full = q["indivisible"] and (ev > 0 or ew > 0)
    rate, least = {"post": (F(15, 100), 2), "ecommerce": (F(5, 100), 1)}.get(way, (F(3, 10), 4))
    return {"free_value": money(fv), "excess_value": money(ev), "excess_mass": f"{int(ew * 1000)} g", "full_payment": full,
            "charge": money(F(0) if full else max(half_up(ev * rate), half_up(ew * least)))}


def d_origin(q):
    m = {k: f(str(v).split()[0]) for k, v in q.items() if not isinstance(v, bool) and k not in ("product_rule", "method")}
    grams = lambda k: m[k] * (1000 if q[k].endswith(" kg") else 1)
    counted = max(F(0), m["fob"] - m["non_originating"]) if q["method"] == "build_down" else sum(m[k] for k in ("originating", "labour", "overhead", "profit", "other_cost"))
    share = counted / m["fob"]
    tolerated = m["unchanged_value"] / m["fob"] <= F(1, 10) or (q["textile_chapter"] and grams("unchanged_mass") / grams("good_mass") <= F(1, 10))
    changed = q["product_rule"] in ("chapter", "heading", "subheading")
    c = ("wo" if q["wholly_obtained"] else "pe" if q["originating_only"] else "none" if q["simple_operations"] else "ctc" if changed and q["materials_changed"]
         else "dmi" if changed and tolerated else "rvc" if q["product_rule"] == "value" and share >= F(2, 5) else "cr" if q["product_rule"] == "reaction" and q["reaction_done"] else "none")
    tens = half_up(share * 100) / 100  # to four places, half up
    shown = f"{float(tens):.4f}".rstrip("0").rstrip(".")
    return {"originates": c != "none", "criterion": c, "value_content": shown}


def goods(**more):
    return {"wholly_obtained": False, "originating_only": False, "simple_operations": False, "product_rule": "value", "materials_changed": False, "reaction_done": False, "method": "build_down",
            "fob": 100, "non_originating": 0, "originating": 0, "labour": 0, "overhead": 0, "profit": 0, "other_cost": 0, "unchanged_value": 0, "textile_chapter": False, "unchanged_mass": "0 g", "good_mass": "1 kg"} | more


def imported(**more):
    return {"price": 0, "inside_price": 0, "freight": 0, "additions": 0, "quantity": 0, "duty_kind": "ad_valorem", "duty_rate": 0, "duty_per_unit": 0, "consumption_rate": 0,
            "consumption_per_unit": 0, "vat_class": "standard", "days_after_issue": 0} | more


def carried(value, category="other", **more):
    return {"traveller": "resident", "arrives_from": "elsewhere", "category": category, "value": value, "quantity": 1, "unit": "piece", "indivisible": False, "never_exempt": False} | more


def fen(top):
    return chance.randrange(top * 100) / 100


def some_import():
    return imported(price=fen(500000), inside_price=fen(3000), freight=fen(9000), additions=fen(5000), quantity=chance.randrange(500), duty_kind=chance.choice(["ad_valorem", "specific", "compound"]),
                    duty_rate=chance.choice([0, 0.05, 0.065, 0.14, 0.35]), duty_per_unit=fen(40), consumption_rate=chance.choice([0, 0.05, 0.15, 0.56]), consumption_per_unit=fen(20),
                    vat_class=chance.choice(["standard", "reduced", "none"]), days_after_issue=chance.randrange(40)) | ({"insurance": fen(900)} if chance.random() < 0.5 else {})


def some_refund():
    return {"export_sales": fen(900000), "domestic_sales": fen(400000), "input_vat": fen(90000), "opening_credit": fen(9000), "bonded_materials": fen(300000),
            "vat_rate": chance.choice([0.13, 0.09, 0.16]), "refund_rate": chance.choice([0.13, 0.09, 0.06, 0])}


DAY = "2025-06-10"
DECISIONS = [
    *[("customs/cn/import-duty", DAY, q, d_import(q)) for q in [
        imported(), imported(price=0.01, duty_rate=0.5), imported(price=100, insurance=0, duty_rate=0.005), imported(price=1.5, freight=0.17, duty_rate=0.1),
        imported(price=100, inside_price=250, freight=10, duty_rate=0.1), imported(price=1000, insurance=0, duty_kind="compound", duty_rate=0.1, duty_per_unit=1.25, quantity=8, consumption_rate=0.2, consumption_per_unit=0.35),
        imported(price=1000, insurance=0, duty_rate=0.1, days_after_issue=14), imported(price=1000, insurance=0, duty_rate=0.1, days_after_issue=15), *[some_import() for _ in range(12)]]],
    *[("customs/cn/export-refund", DAY, q, d_refund(q)) for q in [some_refund() for _ in range(12)]],
    *[("customs/cn/parcel", DAY, q, d_parcel(q)) for q in [
        {"lower_value": a, "middle_value": b, "upper_value": c} for a, b, c in [(0, 0, 0), (0, 250, 0), (0, 250.02, 0), (0, 250.03, 0), (384.61, 0, 0), (384.65, 0, 0), (100, 50, 54), (0.05, 0.05, 0.05), (999.99, 0, 0.01)]]],
    *[("customs/cn/traveller", day, q, d_traveller(q, day)) for day, q in [
        (DAY, carried(5000)), (DAY, carried(5000.01, indivisible=True)), (DAY, carried(5000.03)), (DAY, carried(10000, "watch", traveller="non_resident")), (DAY, carried(9999.99, "watch", indivisible=True)),
        (DAY, carried(300, "cosmetics", quantity=30, unit="gram")), (DAY, carried(299.99, "cosmetics", quantity=30, unit="millilitre", traveller="non_resident")),
        (DAY, carried(45, "cosmetics", quantity=3)), (DAY, carried(2500, "cigarettes", quantity=401)), (DAY, carried(2500, "cigarettes", quantity=201, arrives_from="hk_macao")),
        ("2024-06-30", carried(9000, "alcohol", quantity=1500, unit="millilitre", arrives_from="hk_macao")), ("2024-07-01", carried(12000.01, arrives_from="hk_macao")), (DAY, carried(6000, never_exempt=True)),
        ("2012-04-18", carried(9000.05, "book")), ("2016-04-07", carried(9000.05, "golf")), ("2016-04-08", carried(9000.05, "golf")), ("2018-10-31", carried(9000.1)), ("2018-11-01", carried(9000.1)),
        ("2019-04-08", carried(5000.5, "toy")), ("2019-04-09", carried(5000.5, "toy")), (DAY, carried(3000, free_before=4999.99)), (DAY, carried(3000, free_before=5000)), (DAY, carried(3000, "food", indivisible=True, free_before=2000))]],
    *[("customs/eaeu/personal-goods", day, {"carriage": w, "value": v, "mass": m, "indivisible": i}, d_goods({"carriage": w, "value": v, "mass": m, "indivisible": i}, day)) for day, w, v, m, i in [
        ("2010-07-01", "land", 1500.05, "50 kg", False), ("2018-12-31", "land", 1500, "50.126 kg", False), ("2019-01-01", "land", 1500, "50.126 kg", False), ("2022-04-14", "land", 1000, "31 kg", False),
        ("2022-04-15", "land", 1000, "31 kg", False), ("2024-03-31", "land", 1000.01, "31.001 kg", True), ("2024-04-01", "land", 540, "28 kg", False), ("2025-01-01", "land", 500.02, "25 kg", False),
        ("2025-01-01", "land", 500.05, "25 kg", False), ("2025-01-01", "air", 10000.01, "50 kg", False), ("2025-01-01", "air", 10000, "49 kg", True), ("2020-01-01", "post", 200.03, "31.5 kg", False),
        ("2026-07-01", "ecommerce", 200, "40 kg", False), ("2026-07-01", "ecommerce", 200.5, "0.005 kg", False), ("2026-07-01", "ecommerce", 260, "2.345 kg", False)]],
    *[("origin/rcep/goods", DAY, q, d_origin(q)) for q in [
        goods(), goods(non_originating=60), goods(non_originating=60.01), goods(fob=300, non_originating=200), goods(fob=300, non_originating=100), goods(non_originating=130),
        goods(method="build_up", fob=700, labour=280), goods(method="build_up", fob=700, labour=200, profit=79.99), goods(wholly_obtained=True, simple_operations=True), goods(originating_only=True),
        goods(simple_operations=True), goods(product_rule="heading", materials_changed=True, non_originating=99), goods(product_rule="chapter", fob=7, unchanged_value=0.7),
        goods(product_rule="subheading", unchanged_value=10.01), goods(product_rule="chapter", unchanged_value=50, textile_chapter=True, unchanged_mass="100 g"),
        goods(product_rule="chapter", unchanged_value=50, textile_chapter=True, unchanged_mass="101 g"), goods(product_rule="chapter", unchanged_value=50, unchanged_mass="1 g"),
        goods(product_rule="reaction", reaction_done=True), goods(product_rule="reaction")]],
]


def plain(v):
    return float(v) if isinstance(v, F) else [plain(one) for one in v] if isinstance(v, list) else v


def write(path, rows):
    with open(path, "w") as file:
        file.write("[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n")


write("models.json", [{"model": model, "name": name, "input": given, "expected": {k: plain(v) for k, v in compute(given).items()}, "tolerance": 1e-6}
                      for model, (compute, cases) in MODELS.items() for name, given in cases.items()])
write("decisions.json", [{"rulebook": book, "day": day, "facts": given, "expected": expected} for book, day, given, expected in DECISIONS])
